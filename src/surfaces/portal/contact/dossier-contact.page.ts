import { changeDossierContact, type DossierView, mayChangeContact } from '#capabilities/dossiers';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from '../dossier/mine.ts';
import { sentenceOf } from '../sentences.ts';
import { addressOf } from '../tracking/next-action.ts';
import { sayIn } from '../words/say.ts';
import { contactForm, contactOf, type Faults, readContact, type Typed } from './contact-form.ts';

const path = '/cua-toi/ho-so/:code/lien-lac';

function show(ctx: PageCtx, doors: Doors, view: DossierView, typed: Typed, faults: Faults = {}): Reply {
  const say = sayIn(ctx.locale);
  const { code } = view.dossier;
  const title = say('Báo tin hồ sơ này cho bạn ở đâu?', 'Where do we tell you about this dossier?');
  const main = mayChangeContact(view.state.stage)
    ? contactForm(ctx, {
        action: addressOf(code, '/lien-lac'),
        title,
        lead: say(
          'Cơ quan gọi và gửi tin tới đây từ lúc bạn lưu. Nội dung tờ khai giữ nguyên như khi nộp.',
          'From now on the office calls and writes here. The form stays as you filed it.',
        ),
        typed,
        faults,
        phoneRequired: true,
      })
    : html`<h1>${title}</h1><p>${sentenceOf({ code: 'other-stage' }, ctx.locale)}</p>`;
  return dossierReply(ctx, doors, { code, title, main, errors: Object.keys(faults).length > 0 });
}

/** Phone and e-mail of one dossier. */
export const dossierContactPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      return view ? show(ctx, doors, view, contactOf(view.dossier)) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.contact-changed',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const { typed, contact, faults } = readContact(ctx, doors, true);
      const { phone, email } = contact;
      if (Object.keys(faults).length > 0 || phone === null) return show(ctx, doors, view, typed, faults);
      const changed = await changeDossierContact(ctx, refOf(view), { phone, email });
      if (!changed.ok)
        return show(ctx, doors, view, typed, { phone: sentenceOf(changed.refusal, ctx.locale) });
      return redirectTo(addressOf(view.dossier.code, '?xong=lien-lac'));
    },
  }),
];
