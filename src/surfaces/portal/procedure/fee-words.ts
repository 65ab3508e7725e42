import type { Channel, Fee, FeeReduction, FeeSaving, ProcedureDefinition } from '#capabilities/forms';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { asPlainDate, formatDate } from '#kernel/time';
import { inSentence, type Say } from '../words/say.ts';
import { channelNames } from './times.ts';

export const dong = (amount: number): string => formatDong(asDong(amount));

const kinds: Readonly<Record<Fee['kind'], LocalText>> = {
  phi: { vi: 'Phí', en: 'phí' },
  'le-phi': { vi: 'Lệ phí', en: 'lệ phí' },
};

/** `Lệ phí đăng ký thường trú`: most names begin with the kind, the others are told it. */
export function titled(
  { kind, name }: { readonly kind: Fee['kind']; readonly name: LocalText },
  locale: Locale,
): string {
  const [word, text] = [kinds[kind], inLocale(name, locale)];
  if (locale === 'en') return `${text} (${word.en})`;
  return text.toLowerCase().startsWith(word.vi.toLowerCase()) ? text : `${word.vi}: ${inSentence(text)}`;
}

/** What one unit costs under a reduction. */
export const reducedPrice = ({ amount }: Fee, reduction: FeeReduction): number =>
  reduction.amount ?? Math.floor((amount * (reduction.percent ?? 100)) / 100);

const each = (fee: Fee, say: Say): string => {
  if (fee.per === undefined) return '';
  return say(` mỗi ${fee.unit?.vi ?? 'bản'}`, ` per ${fee.unit?.en ?? fee.unit?.vi ?? 'copy'}`);
};

/** `2.000 đồng mỗi trang, từ trang thứ 3 1.000 đồng; mỗi bản nhiều nhất 200.000 đồng` */
export function priceInWords(fee: Fee, price: number, say: Say): string {
  const { tiers = [], cap, freeUnits, unit, times } = fee;
  const word = { vi: unit?.vi ?? 'bản', en: unit?.en ?? unit?.vi ?? 'copy' };
  const steps = tiers.map(({ nth, amount }) =>
    say(`, từ ${word.vi} thứ ${nth} ${dong(amount)}`, `, from ${word.en} ${nth} on ${dong(amount)}`),
  );
  const free = freeUnits
    ? say(`, ${freeUnits} ${word.vi} đầu không thu tiền`, `, the first ${freeUnits} free`)
    : '';
  const most =
    cap === undefined
      ? ''
      : say(
          `; ${times === undefined ? '' : 'mỗi bản '}nhiều nhất ${dong(cap)}`,
          `; at most ${dong(cap)}${times === undefined ? '' : ' a copy'}`,
        );
  return `${dong(price)}${each(fee, say)}${steps.join('')}${free}${most}`;
}

/** `Nộp trực tuyến được giảm 20.000 đồng, căn cứ …, đến hết ngày 31/12/2025.` */
function saving(
  say: Say,
  less: LocalText,
  { channels, basis, until }: Pick<FeeReduction, 'channels' | 'basis' | 'until'>,
  assumed: boolean,
): string {
  const how = (list: readonly Channel[]): string => inSentence(channelNames(say, list));
  const day = until === undefined ? undefined : formatDate(asPlainDate(until));
  const vi = [
    `${channels ? `Nộp ${how(channels)} được giảm` : 'Được giảm'} ${less.vi}`,
    `căn cứ ${basis}${assumed ? ' (mức tạm ghi)' : ''}`,
    ...(day ? [`đến hết ngày ${day}`] : []),
  ];
  const en = [
    `${less.en ?? less.vi} less${channels ? ` ${how(channels)}` : ''}`,
    `by ${basis}${assumed ? ' (assumed)' : ''}`,
    ...(day ? [`until ${day}`] : []),
  ];
  return say(`${vi.join(', ')}.`, `${en.join(', ')}.`);
}

/** A reduction before anything is answered. */
export function reductionInWords(fee: Fee, reduction: FeeReduction, say: Say): string {
  const less = dong(fee.amount - reducedPrice(fee, reduction));
  const words =
    fee.tiers && reduction.percent !== undefined
      ? { vi: `còn ${reduction.percent} % mức thu`, en: `down to ${reduction.percent} %:` }
      : {
          vi: `${less}${fee.per === undefined ? '' : ` mỗi ${fee.unit?.vi ?? 'bản'}`}`,
          en: `${less}${each(fee, say)}`,
        };
  return saving(say, words, reduction, reduction.assumed === true);
}

/** A reduction that was taken from a line. */
export const savingInWords = (taken: FeeSaving, say: Say): string =>
  saving(say, { vi: dong(taken.saved) }, taken, false);

/** Which table was asked: prices change, and a page says which it showed. */
export const tableInWords = ({ version, validFrom }: ProcedureDefinition, say: Say): string => {
  const day = formatDate(asPlainDate(validFrom));
  return say(
    `Bảng mức thu: phiên bản ${version} của thủ tục, áp dụng từ ${day}.`,
    `Table of fees: version ${version} of the procedure, in force since ${day}.`,
  );
};

export const neverBack = (say: Say): string =>
  say('Không hoàn lại khi hồ sơ bị từ chối.', 'Not paid back when refused.');
export const paidAt = (when: Fee['when'], say: Say): string =>
  when === 'return'
    ? say('Nộp khi nhận kết quả.', 'Paid when you fetch the result.')
    : say('Nộp khi nộp hồ sơ.', 'Paid at filing.');
