import { asDong, formatDong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import type { Answers, Facts } from './answers.ts';
import type { Channel, Fee, FeeReduction } from './definition.ts';

export interface ReckonedFee {
  /** Copies where the fee counts copies, else units that cost something. */
  readonly count: number;
  /** Before any reduction. */
  readonly full: number;
  readonly amount: number;
  /** The one that made `amount` smaller. */
  readonly reduction: FeeReduction | undefined;
  /** How `full` came about; undefined for one plain sum. */
  readonly counted: LocalText | undefined;
}

const dong = (amount: number): string => formatDong(asDong(amount));
const wholeNumber = (answers: Answers, question: string): number => {
  const count = answers[question];
  return typeof count === 'number' ? Math.max(0, Math.floor(count)) : 0;
};

interface Run {
  readonly units: number;
  readonly price: number;
}

/** Units of one price together, the free ones left out. */
function runsOf({ amount, tiers = [], freeUnits = 0 }: Fee, units: number): readonly Run[] {
  const steps = [{ nth: 1, amount }, ...tiers];
  return steps
    .map(({ nth, amount: price }, at) => {
      const last = Math.min(units, (steps[at + 1]?.nth ?? Number.POSITIVE_INFINITY) - 1);
      return { price, units: Math.max(0, last - Math.max(nth - 1, freeUnits)) };
    })
    .filter((run) => run.units > 0);
}

const sumOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { units, price }) => sum + units * price, 0);

/** The reduction of a fee on a day; on any day where none is given. */
export function reductionOn({ reduction }: Fee, today: unknown): FeeReduction | undefined {
  if (!reduction || typeof today !== 'string') return reduction;
  const { from = today, until = today } = reduction;
  return from <= today && today <= until ? reduction : undefined;
}

const onChannel = ({ channels }: FeeReduction, channel: unknown): boolean =>
  channels === undefined || channels.includes(channel as Channel);

/**
 * One fee by the definition alone: units in tiers, at most the cap for one copy, times the copies, then the reduction in force.
 * A share that is no whole number of đồng is rounded down: nobody pays more than the law says.
 * @returns undefined where there is nothing to count.
 */
export function reckonFee(fee: Fee, answers: Answers, facts: Facts): ReckonedFee | undefined {
  const { per, times, cap = Number.POSITIVE_INFINITY } = fee;
  const units = per === undefined ? 1 : wholeNumber(answers, per);
  const copies = times === undefined ? 1 : wholeNumber(answers, times);
  const runs = runsOf(per === undefined ? { ...fee, freeUnits: 0 } : fee, units);
  const charged = runs.reduce((sum, run) => sum + run.units, 0);
  if (charged === 0 || copies === 0) return undefined;
  const full = Math.min(cap, sumOf(runs)) * copies;
  const reduction = reductionOn(fee, facts['today']);
  const reduced =
    reduction && onChannel(reduction, facts['channel'])
      ? reduction.percent === undefined
        ? Math.min(cap, charged * (reduction.amount ?? fee.amount)) * copies
        : Math.floor((full * reduction.percent) / 100)
      : full;
  return {
    count: times === undefined ? charged : copies,
    full,
    amount: Math.min(full, reduced),
    reduction: reduced < full ? reduction : undefined,
    counted: per === undefined ? undefined : countedWords(fee, runs, copies),
  };
}

/** `2 trang × 2.000 đồng + 8 trang × 1.000 đồng = 12.000 đồng mỗi bản, 3 bản; tối đa 200.000 đồng mỗi bản` */
function countedWords(fee: Fee, runs: readonly Run[], copies: number): LocalText | undefined {
  const { unit, freeUnits = 0, times, cap } = fee;
  const [sum, several] = [sumOf(runs), runs.length > 1 || (runs[0]?.units ?? 0) > 1];
  if (!several && freeUnits === 0 && cap === undefined && copies === 1) return undefined;
  const name = { vi: unit?.vi ?? 'bản', en: unit?.en ?? unit?.vi ?? 'copy' };
  const over = cap !== undefined && sum > cap;
  const say = (vi: string, en: string, there: boolean): readonly [string, string] =>
    there ? [vi, en] : ['', ''];
  const parts = [
    [
      runs.map(({ units, price }) => `${units} ${name.vi} × ${dong(price)}`).join(' + '),
      runs.map(({ units, price }) => `${units} × ${dong(price)} per ${name.en}`).join(' + '),
    ] as const,
    say(` = ${dong(sum)}`, ` = ${dong(sum)}`, several && (times !== undefined || over)),
    say(' mỗi bản', ' per copy', times !== undefined),
    say(`, chỉ thu tối đa ${dong(cap ?? 0)}`, `, capped at ${dong(cap ?? 0)}`, over),
    say(`, ${copies} bản`, `, ${copies} copies`, copies > 1),
    say(`; ${freeUnits} ${name.vi} đầu không thu`, `; the first ${freeUnits} free`, freeUnits > 0),
    say(
      `; tối đa ${dong(cap ?? 0)}${times === undefined ? '' : ' mỗi bản'}`,
      `; at most ${dong(cap ?? 0)}${times === undefined ? '' : ' per copy'}`,
      cap !== undefined && !over,
    ),
  ];
  return { vi: parts.map(([vi]) => vi).join(''), en: parts.map(([, en]) => en).join('') };
}
