import type { NationalChannel } from '#capabilities/catalogue';
import type { Fee, ProcedureDefinition } from '#capabilities/forms';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import type { Say } from '../words/say.ts';
import { type FeeInWords, feesOfTable } from './fee-table.ts';
import type { FeeLines } from './sheet.ts';
import { channelNames } from './times.ts';

const dong = (amount: number): string => formatDong(asDong(amount));

/** Fees of one name together, so that the difference between channels is seen; phí and lệ phí stay apart. */
export function feesOfDefinition(
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
  today?: string,
): readonly FeeLines[] {
  const told = feesOfTable(definition, say, locale, today === undefined ? {} : { today });
  if (told) return linesOfTable(told, say, locale);
  const groups = Map.groupBy(definition.fees, (fee) => `${fee.kind} ${fee.name.vi}`);
  return [...groups.values()].map((fees) => linesOf(definition, fees, say, locale));
}

function linesOfTable(told: readonly FeeInWords[], say: Say, locale: Locale): readonly FeeLines[] {
  const groups = Map.groupBy(told, ({ fee }) => `${fee.kind} ${fee.name.vi}`);
  return [...groups.values()].map((lines) => {
    const fees = lines.map(({ fee }) => fee);
    const note = [setBy(fees[0], say), paidLater(fees[0], say)].filter(Boolean).join(' ');
    return {
      name: fees[0] ? inLocale(fees[0].name, locale) : '',
      amounts: lines.flatMap(({ amounts }) => amounts),
      exemptions: exemptionsOf(fees, locale),
      basis: [...new Set(lines.flatMap(({ grounds }) => grounds))].join('; '),
      ...(note ? { note } : {}),
    };
  });
}

const exemptionsOf = (fees: readonly Fee[], locale: Locale): readonly string[] => [
  ...new Map(
    fees.flatMap((fee) => fee.exemptions.map((each) => [each.id, inLocale(each.name, locale)])),
  ).values(),
];
const paidLater = (fee: Fee | undefined, say: Say): string =>
  fee?.when === 'return' ? say('Nộp khi nhận kết quả.', 'Paid when you fetch the result.') : '';

function linesOf(definition: ProcedureDefinition, fees: readonly Fee[], say: Say, locale: Locale): FeeLines {
  const [first] = fees;
  const notes = [reduction(fees, say), setBy(first, say), paidLater(first, say)];
  const note = notes.filter(Boolean).join(' ');
  return {
    name: first ? inLocale(first.name, locale) : '',
    amounts: fees.map((fee) => amountOf(definition, fee, fees.length > 1, say, locale)),
    exemptions: exemptionsOf(fees, locale),
    basis: [...new Set(fees.map((fee) => fee.basis))].join('; '),
    ...(note ? { note } : {}),
  };
}

function amountOf(
  definition: ProcedureDefinition,
  fee: Fee,
  several: boolean,
  say: Say,
  locale: Locale,
): string {
  const which = definition.cases?.find((each) => each.id === fee.case);
  const label = [
    fee.channel ? channelNames(say, [fee.channel]) : '',
    which ? inLocale(which.name, locale) : '',
    several && !fee.channel && !which ? say('Trường hợp khác', 'Other cases') : '',
  ].filter(Boolean);
  const each = fee.per === undefined ? '' : say(' mỗi bản', ' each');
  const free = fee.freeUnits
    ? say(`, ${fee.freeUnits} bản đầu không thu tiền`, `, the first ${fee.freeUnits} free`)
    : '';
  return `${label.length > 0 ? `${label.join(', ')}: ` : ''}${dong(fee.amount)}${each}${free}`;
}

function reduction(fees: readonly Fee[], say: Say): string {
  const online = fees.find((fee) => fee.channel === 'online');
  const direct = fees.find((fee) => fee.channel === 'direct' && fee.case === online?.case);
  if (!online || !direct || online.amount >= direct.amount) return '';
  const less = dong(direct.amount - online.amount);
  return say(`Nộp trực tuyến được giảm ${less}.`, `${less} less online.`);
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
