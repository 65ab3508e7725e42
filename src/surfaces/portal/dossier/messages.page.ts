import { type DossierView, writeMessage } from '#capabilities/dossiers';
import { button, errorSummary, fileUpload, textarea } from '#design';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { addressOf } from '../tracking/next-action.ts';
import { sayIn } from '../words/say.ts';
import { messageItem } from './dossier.view.ts';
import { codeInput, dossierReply, multipartAction, openMine, ownPermission, refOf } from './mine.ts';
import { photoBytes } from './supplement.view.ts';
import { takeUploads, textField } from './uploads.ts';

const path = '/cua-toi/ho-so/:code/tin-nhan';

async function show(
  ctx: PageCtx,
  doors: Doors,
  view: DossierView,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const { code } = view.dossier;
  const directory = await doors.units.directory();
  const unitName = (id: UnitId) => directory.byId(id)?.name ?? '';
  const errors = refusals.map((refusal) => ({
    text: sentenceOf(refusal, locale),
    target: refusal.field ?? 'body',
  }));
  const errorAt = (field: string) => errors.find((error) => error.target === field)?.text;
  const main = html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${say('Trao đổi về hồ sơ', 'Messages')}</h1>${
    view.messages.length > 0 &&
    html`<ul class="mc-files mc-card">${view.messages.map((message) => messageItem({ say, code, unitName }, message))}</ul>`
  }<form method="post" enctype="multipart/form-data" action="${multipartAction(ctx, addressOf(code, '/tin-nhan'))}" novalidate class="mc-stack">${textarea(
    {
      name: 'body',
      label: say('Bạn muốn nói gì với cơ quan?', 'What do you want to tell the office?'),
      hint: say('Trả lời nằm ở đây và trong hộp thư của bạn.', 'The answer comes here and to your inbox.'),
      value: textField(ctx, 'body'),
      error: errorAt('body'),
      maxLength: 4000,
      locale,
    },
  )}${fileUpload({
    name: 'tep',
    label: say('Kèm ảnh hoặc tệp', 'Attach photos or files'),
    required: false,
    error: errorAt('tep'),
    rule: locale === 'en' ? doors.files.rule.en : doors.files.rule.vi,
    accept: 'image/*,application/pdf',
    multiple: true,
    maxBytes: doors.place.maxUpload,
    tooBigText: sentenceOf({ code: 'file.too-large' }, locale),
    shrinkTo: photoBytes,
    locale,
  })}${button({ text: say('Gửi tin nhắn', 'Send the message'), kind: 'primary' })}</form>`;
  return dossierReply(ctx, doors, {
    code,
    title: say('Trao đổi về hồ sơ', 'Messages'),
    main,
    errors: errors.length > 0,
  });
}

export const messagePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      return view ? show(ctx, doors, view) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.message',
    input: codeInput,
    multipart: true,
    perMinute: 20,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const { taken, refusals } = await takeUploads(ctx, doors);
      if (refusals.length > 0)
        return show(
          ctx,
          doors,
          view,
          refusals.map((one) => ({ ...one, field: 'tep' })),
        );
      const files = taken.map((one) => one.file);
      const written = await writeMessage(ctx, refOf(view), null, textField(ctx, 'body'), files);
      if (!written.ok) return show(ctx, doors, view, [written.refusal]);
      return redirectTo(addressOf(view.dossier.code, '?xong=tin-nhan'));
    },
  }),
];
