import type { Question } from '#capabilities/forms';
import { fieldset } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';

/** Questions that came from one block or person stand together under its heading; the others stand alone. */
export function inSections(
  questions: readonly Question[],
  drawn: readonly Html[],
  locale: Locale,
): readonly Html[] {
  const blocks: { readonly section: Question['section']; readonly parts: Html[] }[] = [];
  for (const [at, part] of drawn.entries()) {
    const section = questions[at]?.section;
    const last = blocks.at(-1);
    if (last && section && last.section?.id === section.id) last.parts.push(part);
    else blocks.push({ section, parts: [part] });
  }
  return blocks.flatMap(({ section, parts }) => {
    if (!section) return parts;
    const heading = {
      name: `_muc-${section.id}`,
      label: inLocale(section.title, locale),
      ...(section.hint ? { hint: inLocale(section.hint, locale) } : {}),
      locale,
    };
    return [fieldset(heading, () => html`<div class="mc-stack">${parts}</div>`)];
  });
}
