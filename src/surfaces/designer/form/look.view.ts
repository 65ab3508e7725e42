import type { ProcedureDraft } from '#capabilities/catalogue';
import type { Page, ReadingContext } from '#capabilities/forms';
import { buttonLink, card } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { DesignerDeps } from '../core/deps.ts';
import { logicText } from '../core/logic-text.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';

/** The page with all its questions, those under a condition too; it is looked at, not typed into. */
export function lookView(
  ctx: PageCtx,
  {
    draft,
    page,
    reading,
    drawQuestion,
  }: Pick<DesignerDeps, 'drawQuestion'> & {
    readonly draft: ProcedureDraft;
    readonly page: Page;
    readonly reading: ReadingContext;
  },
): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const questions = page.questions.map(
    (question) =>
      html`${question.if && html`<p class="mc-quiet mc-small">${say('Chỉ hiện khi', 'Only when')} <code>${logicText(question.if)}</code></p>`}${drawQuestion(
        {
          question,
          name: `xem.${question.id}`,
          fields: {},
          faults: new Map(),
          answers: {},
          reading,
          locale,
        },
      )}`,
  );
  return card({
    title: inLocale(page.title, locale),
    aside: buttonLink({
      text: say('Xem như người dân', 'See as a citizen'),
      href: `${draftHref(draft.id, 'xem')}?${new URLSearchParams({ _trang: page.id }).toString()}`,
      key: 'V',
    }),
    content: html`<div inert class="mc-stack">${page.intro && html`<p>${inLocale(page.intro, locale)}</p>`}${questions}</div>`,
  });
}
