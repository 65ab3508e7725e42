import type { Locale } from '#kernel/text';
import type { FindingInWords } from '../core/findings.ts';
import { entryAddresses } from '../core/laid-out.ts';
import { sayIn } from '../core/say.ts';
import { partOfFinding } from '../overview/part-of-finding.ts';
import type { FormScope } from './scope.ts';

export interface FindingsHere {
  /** Of a question by its address, of a page by its id. */
  at(place: string): readonly FindingInWords[];
  /** A few words for the outline; nothing where nothing was found. */
  noteAt(place: string): string | false;
}

/** What lint says, by the question or page of this form, or of this block, that it concerns. */
export function findingsHere(
  { draft, block, definition }: FormScope,
  findings: readonly FindingInWords[],
  locale: Locale,
): FindingsHere {
  const say = sayIn(locale);
  const entries = entryAddresses(draft.content.definition);
  const byPlace = Map.groupBy(findings, ({ at }) => {
    const { slug, query } = partOfFinding(at, entries);
    const asked = new URLSearchParams(query);
    if (slug !== 'to-khai' || (asked.get('khoi') ?? undefined) !== block) return '';
    const page = block === undefined ? asked.get('trang') : definition.form.pages[0]?.id;
    return asked.get('cau') ?? page ?? '';
  });
  const at = (place: string) => byPlace.get(place) ?? [];
  return {
    at,
    noteAt(place) {
      const errors = at(place).filter(({ level }) => level === 'error').length;
      if (errors > 0) return say(`${errors} lỗi`, `${errors} errors`);
      return at(place).length > 0 && say(`${at(place).length} điều nên xem`, `${at(place).length} hints`);
    },
  };
}
