import type { ReadingContext } from '#capabilities/forms';
import { buttonGroup, buttonLink, card } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { DesignerDeps } from '../core/deps.ts';
import { laidOut } from '../core/laid-out.ts';
import { conditionInWords } from '../core/logic-words.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import type { FormScope } from './scope.ts';

interface LookView extends Pick<DesignerDeps, 'drawQuestion'> {
  readonly page: string;
  readonly reading: ReadingContext;
}

/** The page with all its questions, those under a condition too; it is looked at, not typed into. */
export function lookView(
  ctx: PageCtx,
  { draft, block, definition }: FormScope,
  { page: id, reading, drawQuestion }: LookView,
): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const whole = laidOut(definition);
  const page = whole.form.pages.find((each) => each.id === id);
  if (!page) return html``;
  let section = '';
  const questions = page.questions.map((question) => {
    const { id: heading = '', title } = question.section ?? {};
    const begins = heading !== section && title !== undefined;
    section = heading;
    return html`${begins && html`<h3>${inLocale(title, locale)}</h3>`}${
      question.if &&
      html`<p class="mc-quiet mc-small">${say('Chỉ hiện khi', 'Only when')} ${conditionInWords(question.if, whole, { lists: reading.lists, locale })}</p>`
    }${drawQuestion({
      question,
      name: `xem.${question.id}`,
      fields: {},
      faults: new Map(),
      answers: {},
      reading,
      locale,
    })}`;
  });
  return card({
    title: inLocale(page.title, locale),
    ...(block === undefined
      ? {
          aside: buttonGroup([
            buttonLink({
              text: say('Xem như người dân', 'See as a citizen'),
              href: `${draftHref(draft.id, 'xem')}?${new URLSearchParams({ _trang: page.id }).toString()}`,
              key: 'V',
            }),
            buttonLink({ text: say('Như cán bộ', 'As an officer'), href: draftHref(draft.id, 'xem/can-bo') }),
            buttonLink({ text: say('Trên giấy', 'On paper'), href: draftHref(draft.id, 'xem/giay') }),
          ]),
        }
      : {}),
    content: html`<div inert class="mc-stack">${page.intro && html`<p>${inLocale(page.intro, locale)}</p>`}${questions}</div>`,
  });
}
