import type { DossierState } from '#capabilities/dossiers';
import { inLocale, type Locale } from '#kernel/text';
import { type Doors, dossierPapers, type PaperPlaces, type PaperSource, papersOf } from '#surfaces/shared';

/**
 * Which drawn papers the person concerned may open. The control slip is the office's; a draft is shown when the office
 * shows it; the result only once it was handed over, for what is owed is settled first.
 */
export function mayRead(paper: string, { stage, result }: DossierState): boolean {
  if (paper === 'phieu-kiem-soat') return false;
  if (paper === 'du-thao') return result?.shown !== undefined;
  return paper !== 'ket-qua' || stage === 'returned';
}

/** Links to the papers that the person concerned may open and that can be drawn now. */
export const readablePapers = (
  { papers }: Doors,
  source: PaperSource,
  places: PaperPlaces,
  locale: Locale,
): readonly { readonly name: string; readonly title: string }[] =>
  papersOf(
    papers,
    source,
    places,
    dossierPapers.filter((name) => mayRead(name, source.state)),
  ).map(({ name, title }) => ({ name, title: inLocale(title, locale) }));
