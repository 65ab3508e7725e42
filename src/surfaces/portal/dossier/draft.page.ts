import { z } from 'zod';
import { actOnDossier, type DossierView } from '#capabilities/dossiers';
import { button, buttonLink, errorSummary, radios, summaryList, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors, resultFacts } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { addressOf } from '../tracking/next-action.ts';
import { draftWaits } from '../tracking/stage-tag.ts';
import { sayIn } from '../words/say.ts';
import { moment } from '../words/times.ts';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from './mine.ts';

const path = '/cua-toi/ho-so/:code/du-thao';
interface Typed {
  readonly opinion?: string;
  readonly text?: string;
}

function show(ctx: PageCtx, doors: Doors, view: DossierView, typed: Typed = {}, refusal?: Refusal): Reply {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const { code } = view.dossier;
  const { result } = view.state;
  const target = refusal?.field === 'text' ? 'loi' : 'y-kien';
  const error = refusal && sentenceOf(refusal, locale);
  const facts = resultFacts(view);
  const main = html`${error && errorSummary({ errors: [{ text: error, target }], locale })}<h1>${say('Bản dự thảo đã đúng chưa?', 'Is the draft right?')}</h1><p>${say(
    'Hãy xem kỹ tên, ngày tháng và số định danh. Sau khi ký, sửa sẽ mất thời gian hơn.',
    'Check names, dates and numbers. Once signed, a correction takes longer.',
  )}</p>${facts.length > 0 && html`<section class="mc-card">${summaryList({ rows: facts, locale })}</section>`}<p>${buttonLink(
    {
      text: say('Mở bản dự thảo (PDF)', 'Open the draft (PDF)'),
      icon: 'file',
      href: addressOf(code, '/giay/du-thao'),
    },
  )}</p>${
    result?.shown &&
    html`<p>${say(`Không trả lời trước ${moment(result.shown.until)} thì coi như bạn đồng ý.`, `No answer before ${moment(result.shown.until)} counts as consent.`)}</p>`
  }<form method="post" action="${addressOf(code, '/du-thao')}" novalidate class="mc-stack">${csrfField(ctx)}<input type="hidden" name="seq" value="${view.state.seq}">${radios(
    {
      name: 'y-kien',
      label: say('Ý kiến của bạn', 'Your opinion'),
      value: typed.opinion,
      error: target === 'y-kien' ? error : undefined,
      options: [
        { value: 'dung', text: say('Đúng, hãy ký', 'It is right, please sign') },
        {
          value: 'sai',
          text: say('Có chỗ cần sửa', 'Something must be corrected'),
          then: textarea({
            name: 'loi',
            label: say('Chỗ nào cần sửa, sửa thành gì?', 'What is wrong, and what should it be?'),
            value: typed.text,
            error: target === 'loi' ? error : undefined,
            maxLength: 4000,
            locale,
          }),
        },
      ],
      locale,
    },
  )}${button({ text: say('Gửi ý kiến', 'Send your opinion'), kind: 'primary' })}</form>`;
  const title = say('Xem bản dự thảo', 'Check the draft');
  return dossierReply(ctx, doors, { code, title, main, errors: error !== undefined });
}

export const draftPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      return draftWaits(view.state) ? show(ctx, doors, view) : redirectTo(addressOf(view.dossier.code));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.draft-confirmed',
    input: codeInput.extend({
      seq: z.coerce.number().int(),
      'y-kien': z.string().max(10).default(''),
      loi: z.string().max(8000).default(''),
    }),
    async handle(ctx, { code, seq, 'y-kien': opinion, loi: text }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      if (!draftWaits(view.state)) return redirectTo(addressOf(view.dossier.code));
      const typed = { opinion, text };
      if (opinion !== 'dung' && opinion !== 'sai')
        return show(ctx, doors, view, typed, { code: 'opinion-missing', field: 'y-kien' });
      // The number of the last act: nobody confirms a draft that was changed after the page was drawn.
      const acted = await actOnDossier(
        ctx,
        doors.services,
        refOf(view),
        opinion === 'dung' ? 'confirm-draft' : 'dispute-draft',
        opinion === 'dung' ? {} : { text },
        { expectedSeq: seq },
      );
      if (!acted.ok) {
        const refusal =
          acted.refusal.code === 'text-missing'
            ? { ...acted.refusal, code: 'correction-missing' }
            : acted.refusal;
        return show(ctx, doors, view, typed, refusal);
      }
      return redirectTo(addressOf(view.dossier.code, `?xong=${opinion === 'dung' ? 'dong-y' : 'gop-y'}`));
    },
  }),
];
