import {
  officialColumns,
  type PeopleDeps,
  type PlannedRow,
  takeOfficials,
  tryOfficials,
} from '#capabilities/identity';
import type { Refusal } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { roleTitles } from '#surfaces/shared';
import {
  faultInWords,
  kindOf,
  type RowKind,
  stepInWords,
} from '../surfaces/administration/officials/row-words.ts';
import { withoutKey } from '../surfaces/administration/officials/without-key.ts';
import { sentenceFor } from '../surfaces/administration/sentences.ts';

export interface OfficersFile {
  readonly bytes: Uint8Array;
  /** Shows what would happen, row by row, and changes nothing. */
  readonly tryOnly: boolean;
  readonly goodRows: boolean;
  /** An authority certifies whoever signs for the first time, so nobody waits for a certificate. */
  readonly certifiesAtOnce: boolean;
}

/** A refusal in both languages, for whoever typed the command. */
export const inBoth = (refusal: Refusal): string =>
  `${sentenceFor(refusal, 'vi')}\n${sentenceFor(refusal, 'en')}`;

/** Reads, tells and takes a file of officials. @returns whether nothing of it was refused. */
export async function takeOfficersFile(
  ctx: Ctx,
  people: PeopleDeps,
  { bytes, tryOnly, goodRows, certifiesAtOnce }: OfficersFile,
  tell: (line: string) => void,
): Promise<boolean> {
  const tried = await tryOfficials(ctx, people, bytes, roleTitles);
  if (!tried.ok) {
    tell(inBoth(tried.refusal));
    return false;
  }
  const { rows } = tried.value;
  const directory = await people.units.directory();
  const now = ctx.clock.now();
  for (const row of rows) {
    for (const fault of row.faults)
      tell(`${placeOf(row, fault.column)} ${faultInWords(fault, 'vi')} | ${faultInWords(fault, 'en')}`);
    if (tryOnly && row.faults.length === 0) {
      const does = row.steps.map((step) => stepInWords(step, directory, 'en', now)).join('; ');
      tell(`Row ${row.row}, ${row.said.name}: ${does || 'stands already'}`);
    }
  }
  const count = (kind: RowKind) => rows.filter((row) => kindOf(row) === kind).length;
  const refused = count('refused');
  tell(
    `${rows.length} rows: ${count('new')} new, ${count('changed')} changed, ${count('same')} as they stand, ${refused} refused.`,
  );
  if (tryOnly) return refused === 0;
  const taken = await takeOfficials(ctx, people, { bytes, words: roleTitles, goodRows });
  if (!taken.ok) {
    tell(inBoth(taken.refusal));
    return false;
  }
  const { added, changed, unchanged, left } = taken.value;
  tell(
    `Taken: ${added.length} new accounts, ${changed.length} people changed, ${unchanged} as they stood, ${left} rows left out.`,
  );
  if (!certifiesAtOnce)
    for (const { name, unit } of await withoutKey(ctx, taken.value))
      tell(
        `No certificate yet: ${name}. motcua name-key ${directory.byId(unit)?.code ?? ''} --officer="${name}", until then a delegation.`,
      );
  return left === 0;
}

const placeOf = ({ row }: PlannedRow, column: keyof typeof officialColumns | undefined): string =>
  column === undefined ? `Row ${row}:` : `Row ${row}, ${officialColumns[column].en}:`;
