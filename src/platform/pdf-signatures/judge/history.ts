import type { Refusal } from '#kernel/outcome';
import { fault, PdfFault } from '../fault.ts';
import { addDangling } from '../file/dangling.ts';
import { type SignedField, signedFields } from '../file/fields.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { explainRevision } from './changes.ts';
import type { Change } from './explaining.ts';

/** What each revision after a signature changed, or why it must not have. */
export interface Step {
  readonly changes: readonly Change[];
  readonly refusal?: Refusal;
}

/** Steps of all revisions after the given one. What is refused is refused for every signature before it. */
export function historyAfter(file: PdfFile, first: number): ReadonlyMap<number, Step> {
  const steps = new Map<number, Step>();
  if (first >= file.last.index) return steps;
  const dangling = new Set<number>();
  addDangling(dangling, file, first, file.numbers(first));
  for (let index = first + 1; index <= file.last.index; index++) {
    steps.set(index, stepAt(file, index, dangling));
    if (!steps.get(index)?.refusal)
      addDangling(dangling, file, index, file.revisions[index]?.entries.keys() ?? []);
  }
  return steps;
}

function stepAt(file: PdfFile, index: number, dangling: ReadonlySet<number>): Step {
  try {
    return { changes: explainRevision(file, index, dangling) };
  } catch (error) {
    if (error instanceof PdfFault) return { changes: [], refusal: error.refusal };
    throw error;
  }
}

/** Signed fields of the file as it is; refused as `signature-removed` when it once had others. */
export function allSigned(file: PdfFile): SignedField[] {
  const last = signedFields(file, file.last.index);
  for (const { index } of file.revisions.slice(0, -1)) {
    for (const { ref, value, name } of signedFields(file, index)) {
      const kept = last.some((one) => one.ref.number === ref.number && one.value.number === value.number);
      if (!kept) fault('signature-removed', name.slice(0, 80), { revision: index });
    }
  }
  return last;
}
