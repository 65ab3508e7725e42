import type { Question } from '#capabilities/forms';
import { fieldset } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';

interface Part {
  readonly section: Question['section'];
  readonly drawn: Html[];
}

/** Questions of one person or block stand together under its heading, as on the portal. */
export function underHeadings(
  questions: readonly Question[],
  draw: (question: Question) => Html,
  locale: Locale,
): readonly Html[] {
  const parts: Part[] = [];
  for (const question of questions) {
    const { section } = question;
    const last = parts.at(-1);
    if (section && last?.section?.id === section.id) last.drawn.push(draw(question));
    else parts.push({ section, drawn: [draw(question)] });
  }
  return parts.map(({ section, drawn }) =>
    section
      ? fieldset(
          {
            name: `_muc-${section.id}`,
            label: inLocale(section.title, locale),
            ...(section.hint ? { hint: inLocale(section.hint, locale) } : {}),
            locale,
          },
          () => html`<div class="mc-stack">${drawn}</div>`,
        )
      : html`${drawn}`,
  );
}
