import type { ProcedureDefinition } from '#capabilities/forms';
import type { NationalChannel, NationalProcedure } from '../procedure.ts';

/** A time counts only with its unit; the portal's bare numbers promise nothing. */
const timeOf = ({ channel, time, unit }: NationalChannel): ProcedureDefinition['time'] =>
  time === undefined || unit === undefined
    ? []
    : [{ channel, value: time, unit, basis: 'Danh mục quốc gia' }];

/** Papers of the national record under the generic form: named and counted, none demanded, for the officer decides. */
const documentsOf = (national: NationalProcedure): ProcedureDefinition['documents'] =>
  national.cases
    .flatMap((each) => each.documents)
    .filter((document) => document.group !== 'note')
    .slice(0, 60)
    .map((document, at) => ({
      id: `p${at + 1}`,
      name: { vi: document.name },
      group: document.group,
      originals: document.originals,
      copies: document.copies,
      required: false,
    }));

/** How a procedure without a form of its own is received at a counter: the generic form with its own times and papers. */
export const genericFor = (
  generic: ProcedureDefinition,
  row: {
    readonly code: string;
    readonly version: number;
    readonly name: string;
    readonly national: NationalProcedure;
  },
): ProcedureDefinition => ({
  ...generic,
  code: row.code,
  version: row.version,
  name: { vi: row.name },
  time: row.national.channels.flatMap(timeOf),
  documents: [...generic.documents, ...documentsOf(row.national)],
});
