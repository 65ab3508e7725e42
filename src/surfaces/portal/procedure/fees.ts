import type { NationalChannel } from '#capabilities/catalogue';
import { type Channel, type Fee, type ProcedureDefinition, reductionOn } from '#capabilities/forms';
import { inLocale, type Locale } from '#kernel/text';
import { asPlainDate, formatDate } from '#kernel/time';
import type { Say } from '../words/say.ts';
import { type FeeInWords, feesOfTable } from './fee-table.ts';
import {
  dong,
  neverBack,
  paidAt,
  priceInWords,
  reducedPrice,
  reductionInWords,
  titled,
} from './fee-words.ts';
import type { FeeLines } from './sheet.ts';
import { channelNames } from './times.ts';

/** What is known before anything is answered: fees of other days and channels are left out. */
export interface Known {
  readonly today?: string | undefined;
  readonly channel?: Channel | undefined;
}

/** Fees of one name together, so that the difference between channels is seen; phí and lệ phí stay apart. */
export function feesOfDefinition(
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
  known: Known = {},
): readonly FeeLines[] {
  const { today, channel } = known;
  const told = feesOfTable(definition, say, locale, {
    ...(today === undefined ? {} : { today }),
    ...(channel === undefined ? {} : { channel }),
  });
  const fees = told ?? definition.fees.filter((fee) => mayBeOwed(fee, known)).map((fee) => ({ fee }));
  const groups = Map.groupBy(fees, ({ fee }) => `${fee.kind} ${fee.name.vi}`);
  return [...groups.values()].map((group) => linesOf(definition, group, known, say, locale));
}

const mayBeOwed = (fee: Fee, { today, channel }: Known): boolean =>
  (today === undefined || fee.until === undefined || fee.until >= today) &&
  (channel === undefined || fee.channel === undefined || fee.channel === channel);

type Told = { readonly fee: Fee } & Partial<FeeInWords>;

function linesOf(
  definition: ProcedureDefinition,
  group: readonly Told[],
  known: Known,
  say: Say,
  locale: Locale,
): FeeLines {
  const fees = group.map(({ fee }) => fee);
  const [first] = fees;
  const amounts = group.flatMap(
    (each) => each.amounts ?? [amountOf(definition, each.fee, fees.length > 1, known, say, locale)],
  );
  const notes = [
    setBy(first, say),
    first ? paidAt(first.when, say) : '',
    first?.refundable === false ? neverBack(say) : '',
  ];
  return {
    name: first ? titled(first, locale) : '',
    amounts: [...new Set(amounts)],
    exemptions: exemptionsOf(fees, locale),
    basis: [...new Set(group.flatMap(({ fee, grounds }) => grounds ?? [fee.basis]))].join('; '),
    reductions: [...new Set(reductions(group, known, say))],
    note: notes.filter(Boolean).join(' '),
  };
}

export const exemptionsOf = (fees: readonly Fee[], locale: Locale): readonly string[] => [
  ...new Map(
    fees.flatMap((fee) => fee.exemptions.map((each) => [each.id, inLocale(each.name, locale)])),
  ).values(),
];

/** The reduction that the amount already has in it: of the day, and of the channel where there is only one. */
function included(fee: Fee, { today, channel }: Known) {
  const reduction = reductionOn(fee, today);
  const only = channel ?? fee.channel;
  return reduction && (!reduction.channels || (only && reduction.channels.includes(only)))
    ? reduction
    : undefined;
}

function amountOf(
  definition: ProcedureDefinition,
  fee: Fee,
  several: boolean,
  known: Known,
  say: Say,
  locale: Locale,
): string {
  const which = definition.cases?.find((each) => each.id === fee.case);
  const label = [
    fee.channel && known.channel === undefined ? channelNames(say, [fee.channel]) : '',
    which ? inLocale(which.name, locale) : '',
    ...days(fee, known, say),
    several && !fee.channel && !which ? say('Trường hợp khác', 'Other cases') : '',
  ].filter(Boolean);
  const reduction = fee.tiers ? undefined : included(fee, known);
  const price = reduction ? reducedPrice(fee, reduction) : fee.amount;
  return `${label.length > 0 ? `${label.join(', ')}: ` : ''}${priceInWords(fee, price, say)}`;
}

/** Days that are to come, or will end: what holds today needs no word. */
function days({ from, until }: Fee, { today }: Known, say: Say): readonly string[] {
  const begins = from !== undefined && (today === undefined || from > today);
  return [
    begins ? say(`từ ${dayOf(from)}`, `from ${dayOf(from)}`) : '',
    until === undefined ? '' : say(`đến hết ${dayOf(until)}`, `until ${dayOf(until)}`),
  ];
}
const dayOf = (date: string): string => formatDate(asPlainDate(date));

/** Of a table only those are told whose sum one of its rows gives. */
function reductions(group: readonly Told[], { today, channel }: Known, say: Say): readonly string[] {
  return group.flatMap(({ fee, sums }) => {
    const reduction = reductionOn(fee, today);
    if (!reduction || (channel && reduction.channels && !reduction.channels.includes(channel))) return [];
    if (sums && !sums.includes(reducedPrice(fee, reduction))) return [];
    return [reductionInWords(fee, reduction, say)];
  });
}

function setBy(fee: Fee | undefined, say: Say): string {
  if (fee?.setBy !== 'province-council') return '';
  return fee.assumed
    ? say(
        'Mức do Hội đồng nhân dân tỉnh quyết định; con số này là mức mẫu, chờ xác nhận.',
        'Set by the provincial council; this figure is a sample, to be confirmed.',
      )
    : say('Mức do Hội đồng nhân dân tỉnh quyết định.', 'Set by the provincial council.');
}

/** The national list tells a fee by channel, often only in words: they are kept as they stand. */
export function feesOfRecord(channels: readonly NationalChannel[], say: Say): readonly FeeLines[] {
  const groups = Map.groupBy(channels, (channel) => textOf(channel, say));
  if (channels.length === 0) return [];
  return [
    {
      name: say('Phí, lệ phí', 'Fees'),
      amounts: [...groups].map(([text, same]) =>
        groups.size === 1
          ? text
          : `${channelNames(
              say,
              same.map((channel) => channel.channel),
            )}: ${text}`,
      ),
      exemptions: [],
      basis: '',
    },
  ];
}

function textOf(channel: NationalChannel, say: Say): string {
  switch (channel.fee) {
    case 'free':
      return say('Không thu', 'Free');
    case 'amount':
      return dong(channel.amount ?? 0);
    case 'unknown':
      return say('Danh mục quốc gia không ghi rõ', 'The national list is not clear');
    case 'set-elsewhere':
      return say(`Theo văn bản khác: ${channel.feeText}`, `Set elsewhere: ${channel.feeText}`);
    default:
      return channel.feeText;
  }
}
