import { z } from 'zod';
import { actOnDossier, type DossierView, possibleActs } from '#capabilities/dossiers';
import { button, errorSummary, notice, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { addressOf } from '../tracking/next-action.ts';
import { type Say, sayIn } from '../words/say.ts';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from './mine.ts';

const path = '/cua-toi/ho-so/:code/rut';

function withdrawForm(
  ctx: PageCtx,
  view: DossierView,
  say: Say,
  reason: string,
  error: string | undefined,
): Html {
  const { locale } = ctx;
  const { code } = view.dossier;
  const atOnce = view.state.acceptedAt === undefined;
  return html`<h1>${say('Bạn muốn rút hồ sơ này?', 'Do you want to withdraw this dossier?')}</h1>${notice({
    kind: 'warning',
    content: html`<p>${
      atOnce
        ? say(
            'Hồ sơ chưa được tiếp nhận nên sẽ dừng ngay. Muốn làm lại, bạn nộp hồ sơ mới.',
            'It was not received yet, so it ends at once. To go on later you file anew.',
          )
        : say(
            'Cơ quan sẽ xét đề nghị. Trong lúc đó bạn vẫn có thể đổi ý.',
            'The office considers it. Until then you may change your mind.',
          )
    }</p>`,
    locale,
  })}<form method="post" action="${addressOf(code, '/rut')}" novalidate class="mc-stack">${csrfField(ctx)}${textarea(
    {
      name: 'ly-do',
      label: say('Vì sao bạn rút?', 'Why do you withdraw?'),
      value: reason,
      error,
      maxLength: 4000,
      locale,
    },
  )}${button({ text: say('Rút hồ sơ', 'Withdraw the dossier'), kind: 'warning' })}</form>`;
}

const takeBackForm = (ctx: PageCtx, view: DossierView, say: Say): Html =>
  html`<h1>${say('Tiếp tục giải quyết hồ sơ?', 'Go on with the dossier?')}</h1><p>${say(
    `Bạn đã đề nghị rút với lý do: ${view.state.withdrawal?.reason ?? ''}`,
    `You asked to withdraw, saying: ${view.state.withdrawal?.reason ?? ''}`,
  )}</p><form method="post" action="${addressOf(view.dossier.code, '/rut')}" class="mc-stack">${csrfField(ctx)}<input type="hidden" name="doi-y" value="1">${button(
    { text: say('Không rút nữa', 'Take the withdrawal back'), kind: 'primary' },
  )}</form>`;

function show(ctx: PageCtx, doors: Doors, view: DossierView, reason = '', refusal?: Refusal): Reply {
  const say = sayIn(ctx.locale);
  const possible = possibleActs(ctx, view.rules, view.state);
  const { code } = view.dossier;
  const error = refusal && sentenceOf(refusal, ctx.locale);
  const form =
    possible['take-back-withdrawal'] === undefined
      ? takeBackForm(ctx, view, say)
      : possible['request-withdrawal'] === undefined
        ? withdrawForm(ctx, view, say, reason, error)
        : html`<h1>${say('Hồ sơ này không rút được nữa', 'This dossier can no longer be withdrawn')}</h1><p>${sentenceOf(
            { code: possible['request-withdrawal'] },
            ctx.locale,
          )}</p>`;
  const main = html`${error && errorSummary({ errors: [{ text: error, target: 'ly-do' }], locale: ctx.locale })}${form}`;
  return dossierReply(ctx, doors, {
    code,
    title: say('Rút hồ sơ', 'Withdraw'),
    main,
    errors: error !== undefined,
  });
}

export const withdrawPages = (doors: Doors): readonly Route[] => [
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
    audit: 'dossier.withdrawal-requested',
    input: codeInput.extend({ 'ly-do': z.string().max(8000).default(''), 'doi-y': z.string().optional() }),
    async handle(ctx, { code, 'ly-do': reason, 'doi-y': takeBack }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const intent = takeBack === undefined ? 'request-withdrawal' : 'take-back-withdrawal';
      const input = takeBack === undefined ? { reason } : {};
      const acted = await actOnDossier(ctx, doors.services, refOf(view), intent, input);
      if (!acted.ok) return show(ctx, doors, view, reason, acted.refusal);
      return redirectTo(
        addressOf(view.dossier.code, `?xong=${takeBack === undefined ? 'rut' : 'khong-rut'}`),
      );
    },
  }),
];
