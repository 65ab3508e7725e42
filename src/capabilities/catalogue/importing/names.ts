import { cleanText } from '#kernel/text';
import type { NationalProcedure } from '../procedure.ts';
import { cleanField } from './clean.ts';
import type { ProcedureRow } from './raw.ts';
import type { Note } from './report.ts';

type Named = Pick<NationalProcedure, 'name' | 'nameOrigin'>;

/** The name of a procedure; one without name gets a plain one that says what is known, and is marked so. */
export function readName(row: ProcedureRow, code: string, note: Note): Named {
  const found = cleanField(row['name'] ?? '', 'name', note);
  const name = found.replace(/[\s.;,]+$/u, '');
  if (name !== found) note('name', 'corrected', 'text-cleaned', found.slice(-60), name.slice(-60));
  if (name === '') {
    const about = cleanText(row['field'] ?? '') || cleanText(row['ministry'] ?? '');
    const made = about === '' ? `Thủ tục mã ${code}` : `Thủ tục mã ${code} (${about})`;
    note('name', 'corrected', 'name-missing', '', made);
    return { name: made, nameOrigin: 'made' };
  }
  const recalled = /name recalled/u.test(row['provenance'] ?? '');
  if (recalled) note('name', 'kept', 'name-recalled', name);
  return { name, nameOrigin: recalled ? 'recalled' : 'found' };
}
