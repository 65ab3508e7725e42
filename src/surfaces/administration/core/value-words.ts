import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { valueInWords as inWords } from '#surfaces/shared';
import { number } from './say.ts';

type Words = Readonly<Record<string, LocalText>>;
/** Properties as people call them; one without a name is shown as it is written. */
const parts: Words = {
  name: { vi: 'tên', en: 'name' },
  title: { vi: 'tiêu đề', en: 'title' },
  label: { vi: 'câu hỏi', en: 'question' },
  hint: { vi: 'gợi ý', en: 'hint' },
  basis: { vi: 'căn cứ', en: 'ground' },
  amount: { vi: 'mức thu (đồng)', en: 'amount (đồng)' },
  value: { vi: 'thời hạn', en: 'time' },
  time: { vi: 'thời hạn', en: 'time' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  timeNote: { vi: 'ghi chú thời hạn', en: 'note on the time' },
  budget: { vi: 'thời gian', en: 'time' },
  assumed: { vi: 'giả định', en: 'assumed' },
  forms: { vi: 'mẫu giấy', en: 'templates' },
  feeText: { vi: 'phí', en: 'fee' },
  fee: { vi: 'cách thu phí', en: 'kind of fee' },
  steps: { vi: 'trình tự', en: 'order of steps' },
  conditions: { vi: 'yêu cầu, điều kiện', en: 'conditions' },
  decision: { vi: 'quyết định công bố', en: 'announcement' },
  agency: { vi: 'cơ quan thực hiện', en: 'agency' },
  authority: { vi: 'cơ quan có thẩm quyền', en: 'authority' },
  field: { vi: 'lĩnh vực', en: 'field' },
  ministry: { vi: 'bộ, ngành', en: 'ministry' },
  levels: { vi: 'cấp', en: 'levels' },
  subjects: { vi: 'đối tượng', en: 'subjects' },
  originals: { vi: 'bản chính', en: 'originals' },
  copies: { vi: 'bản sao', en: 'copies' },
  receipt: { vi: 'giấy tiếp nhận', en: 'receipt' },
  supplement: { vi: 'phiếu bổ sung', en: 'request for papers' },
  refusal: { vi: 'phiếu từ chối', en: 'refusal' },
};
const channels: Words = {
  online: { vi: 'Nộp trực tuyến', en: 'Online' },
  direct: { vi: 'Nộp trực tiếp', en: 'In person' },
  post: { vi: 'Nộp qua bưu chính', en: 'By post' },
};
const units: Words = {
  hour: { vi: 'giờ', en: 'hours' },
  working_day: { vi: 'ngày làm việc', en: 'working days' },
  day: { vi: 'ngày', en: 'days' },
  month: { vi: 'tháng', en: 'months' },
};
const find = (words: Words, key: string, locale: Locale): string | undefined => {
  const known = Object.hasOwn(words, key) ? words[key] : undefined;
  return known && inLocale(known, locale);
};

export const partInWords = (part: string, locale: Locale): string => find(parts, part, locale) ?? part;

/** A time is named by its channel (`online`, `online 2`); every other name is a person's own. */
export function channelInWords(name: string, locale: Locale): string | undefined {
  const [channel = '', nth = ''] = name.split(' ');
  const known = find(channels, channel, locale);
  return known && `${known} ${nth}`.trim();
}

/** A value of a difference as a person reads it: texts in the reader's language, numbers with their points. */
export const valueInWords = (value: unknown, locale: Locale): string =>
  inWords(value, locale, {
    plain(given) {
      if (typeof given === 'string') return find(units, given, locale) ?? given;
      return Number.isInteger(given) ? number(given) : String(given).replace('.', ',');
    },
    part: (part) => partInWords(part, locale),
  });
