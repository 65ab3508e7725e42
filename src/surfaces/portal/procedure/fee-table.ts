import { decisionsOf, type Fee, type ProcedureDefinition } from '#capabilities/forms';
import { compileFeel, holdsFeel, type TableText } from '#capabilities/rules';
import { asDong, formatDong } from '#kernel/money';
import type { Locale } from '#kernel/text';
import type { Say } from '../words/say.ts';

export interface FeeInWords {
  readonly fee: Fee;
  readonly amounts: readonly string[];
  readonly grounds: readonly string[];
  /** Sums that rows give as plain numbers. */
  readonly sums: readonly number[];
}
/** What is known before anything is answered; rows for other days and channels are left out. */
export type KnownHere = Readonly<Record<string, string>>;

const quoted = (text: string | undefined): string | undefined => /^"([^"]*)"$/.exec(text ?? '')?.[1];

function mayHold(table: TableText, row: TableText['rows'][number], known: KnownHere): boolean {
  return table.inputs.every(({ text }, at) => {
    const value = known[text.replace(/^fact\./, '')];
    if (value === undefined) return true;
    const test = compileFeel(row.inputs[at] ?? '-', { dialect: 'tests', known: { '?': null } });
    return !test.ok || holdsFeel(test.value, { '?': value });
  });
}

/** A row's note is written for citizens, `Vietnamese | English`; without one the amount itself is told. */
function inWords(note: string, amount: string | undefined, say: Say, locale: Locale): string {
  const [vi = '', en = vi] = note.split('|').map((part) => part.trim());
  if (vi !== '') return locale === 'en' ? en : vi;
  return /^\d+$/.test(amount ?? '')
    ? formatDong(asDong(Number(amount)))
    : say('Tính theo câu trả lời của bạn', 'Reckoned from your answers');
}

/** Fees as the table `fees` of a procedure tells them; undefined where it has none, and its list is to be told. */
export function feesOfTable(
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
  known: KnownHere,
): readonly FeeInWords[] | undefined {
  const ready = decisionsOf(definition);
  if (!ready || 'broken' in ready || !ready.decisions.byId.has('fees')) return undefined;
  const table = ready.decisions.tables.find(({ id }) => id === 'fees');
  const place = (name: string) => table?.outputs.findIndex((column) => column.text === name) ?? -1;
  const [id, amount, ground] = [place('id'), place('amount'), place('ground')];
  const rows = (table?.rows ?? []).filter((row) => table && mayHold(table, row, known));
  return definition.fees.flatMap((fee) => {
    const own = rows.filter((row) => (id < 0 ? definition.fees[0]?.id : quoted(row.outputs[id])) === fee.id);
    if (own.length === 0) return [];
    const grounds = own.map((row) => quoted(row.outputs[ground]) ?? fee.basis);
    return [
      {
        fee,
        amounts: [...new Set(own.map((row) => inWords(row.note, row.outputs[amount], say, locale)))],
        grounds: [...new Set(grounds)],
        sums: own.map((row) => Number(row.outputs[amount])).filter(Number.isInteger),
      },
    ];
  });
}
