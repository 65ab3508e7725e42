import { foldText } from '#kernel/text';
import type { Transactor } from '#platform/db';
import type { DossierRef } from '../queries/load-dossier.ts';
import { finderSource, upsertFinder } from './queries.ts';

/** What officers may type to find a dossier: owner, code, procedure, personal number; folded like the question. */
const finderWords = (source: {
  code: string;
  owner_folded: string;
  procedure_name: string;
  procedure_code: string;
  subject_number: string | null;
}): string =>
  [
    source.owner_folded,
    foldText(source.code),
    source.procedure_code,
    foldText(source.procedure_name),
    source.subject_number ?? '',
  ]
    .join(' ')
    .trim();

/** Brings the search row of a dossier up to date; writes nothing when it is. */
export async function keepFinder(transactor: Transactor, ref: DossierRef): Promise<void> {
  const key = { home_unit: ref.homeUnit, id: ref.id };
  const source = await transactor.find(finderSource, key);
  if (source) await transactor.find(upsertFinder, { ...key, words: finderWords(source) });
}
