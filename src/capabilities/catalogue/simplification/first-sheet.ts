import type { Fee, LegalTime, ProcedureDefinition } from '#capabilities/forms';
import { averageWage } from './cost.ts';
import type { CostRow, CostSheet } from './sheet.ts';

/** What was counted of real dossiers, where it is known. */
export interface Counted {
  /** Dossiers of the last twelve months. */
  readonly dossiers: number;
  /** Percent of them filed online. */
  readonly onlineShare: number;
}

/**
 * Starting values until somebody has asked people, in minutes and đồng: a question a minute, half an hour to find a paper,
 * a copy 2,000 đồng, two hours and 20,000 đồng for a way to the counter, ten minutes to send a form; what depends on answers or on
 * a case concerns every fourth dossier.
 */
const start = {
  question: 1,
  paper: 30,
  copy: 2000,
  trip: 120,
  travel: 20_000,
  send: 10,
  pay: 5,
  collect: 60,
  open: 5,
  depends: 25,
} as const;

/** Hours of work that a legal time spans: a month 176, a calendar day its thirtieth part. */
export function legalHours({ value, unit }: Pick<LegalTime, 'value' | 'unit'>): number {
  const hours = { working_day: 8, day: 176 / 30, hour: 1, month: 176 } as const;
  return Math.round(value * hours[unit]);
}

const row = (
  activity: CostRow['activity'],
  name: string,
  minutes: number,
  more: Partial<CostRow> = {},
): CostRow => ({ activity, name: name.slice(0, 300), minutes, hired: 0, fee: 0, share: 100, ...more });

type Condition = NonNullable<ProcedureDefinition['documents'][number]['if']>;

/** Percent of dossiers that a paper or a fee concerns: by the channel where that decides, all of them where nothing does. */
function shareOf(
  {
    if: condition,
    channel,
    narrowed,
  }: {
    readonly if?: Condition | undefined;
    readonly channel?: LegalTime['channel'] | undefined;
    readonly narrowed: boolean;
  },
  online: number,
): number {
  const of = (channels: readonly unknown[]) => (channels.includes('online') ? online : 100 - online);
  if (channel !== undefined) return of([channel]);
  if (condition && 'fact' in condition && condition.fact === 'channel')
    return of('in' in condition ? condition.in : [condition.is]);
  return condition || narrowed ? start.depends : 100;
}

/** What one unit costs, and for how many in a hundred of those who pay it; a reduction that ends is left out as fees that end are. */
function pricesOf(
  { amount, channel, reduction }: Fee,
  online: number,
): readonly { price: number; percent: number }[] {
  const full = { price: amount, percent: 100 };
  if (!reduction || reduction.until !== undefined) return [full];
  const price = reduction.amount ?? Math.floor((amount * (reduction.percent ?? 100)) / 100);
  const { channels } = reduction;
  if (channels === undefined || (channel !== undefined && channels.includes(channel)))
    return [{ price, percent: 100 }];
  if (channel !== undefined || !channels.includes('online')) return [full];
  return [
    { price: amount, percent: 100 - online },
    { price, percent: online },
  ];
}

/** A first sheet of a procedure, made from what it asks, to be corrected by a person. */
export function firstSheet(definition: ProcedureDefinition, counted?: Counted): CostSheet {
  const { form, documents, fees, time } = definition;
  const questions = form.pages.reduce((sum, page) => sum + page.questions.length, 0);
  const online = counted?.onlineShare ?? (definition.online.level === 'none' ? 0 : 50);
  const papers = documents.filter(
    ({ group, required, alternativeOf }) => group === 'submit' && required && alternativeOf === undefined,
  );
  const longest = Math.max(0, ...time.map(legalHours));
  return {
    wage: averageWage,
    subjects: counted?.dossiers ?? 0,
    times: 1,
    legalHours: longest,
    assumed: true,
    rows: [
      row('prepare', 'Điền tờ khai', questions * start.question),
      ...papers.map(({ name, copies, originals, cases, if: condition }) =>
        row('prepare', `Chuẩn bị: ${name.vi}`, start.paper, {
          hired: (copies + originals) * start.copy,
          share: shareOf({ if: condition, narrowed: cases !== undefined }, online),
        }),
      ),
      row('submit', 'Nộp trực tuyến', start.send, { share: online }),
      row('submit', 'Đến nơi nộp', start.trip, { hired: start.travel, share: 100 - online }),
      ...fees
        .filter(({ until, amount }) => until === undefined && amount > 0)
        .flatMap((fee) => {
          const { name, channel, if: condition, case: of } = fee;
          const share = shareOf({ if: condition, channel, narrowed: of !== undefined }, online);
          return pricesOf(fee, online).map(({ price, percent }) =>
            row('pay', name.vi, start.pay, { fee: price, share: Math.round((share * percent) / 100) }),
          );
        }),
      row('collect', 'Nhận bản điện tử', start.open, { share: online }),
      row('collect', 'Đến nhận kết quả', start.collect, { hired: start.travel, share: 100 - online }),
    ].filter(({ share }) => share > 0),
  };
}
