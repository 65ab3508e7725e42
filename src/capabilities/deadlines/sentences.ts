import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';

type Details = Readonly<Record<string, string | number>>;

/** Each refusal of this room as a sentence that says how to mend it. */
const sentences: Record<string, (details: Details) => LocalText> = {
  'received-not-a-time': () => ({
    vi: 'Thời điểm nhận phải là ngày giờ có thật, dạng 2026-10-02T09:00 (giờ Việt Nam).',
    en: '"received" must be a real local date and time such as 2026-10-02T09:00.',
  }),
  'received-outside-calendar': ({ first, last }) => ({
    vi: `Thời điểm nhận nằm ngoài lịch làm việc (${first} đến ${last}).`,
    en: `"received" lies outside the calendar, which runs from ${first} to ${last}.`,
  }),
  'time-missing': () => ({
    vi: 'Hãy ghi thời hạn gồm số và đơn vị, ví dụ 3 ngày làm việc.',
    en: '"time" must be an object such as {"value":3,"unit":"working_day"}.',
  }),
  'time-not-a-number': () => ({
    vi: 'Thời hạn phải là một con số.',
    en: '"time.value" must be a number.',
  }),
  'time-negative': ({ value }) => ({
    vi: `Thời hạn không được âm (${value}).`,
    en: `"time.value" must not be negative, but it is ${value}.`,
  }),
  'time-unit-unknown': ({ unit, units }) => ({
    vi: `Đơn vị thời hạn ${unit} không có. Hãy chọn một trong: ${units}.`,
    en: `"time.unit" must be one of ${units}, but it is ${unit}.`,
  }),
  'time-too-long': ({ last }) => ({
    vi: `Thời hạn quá dài: ngày trả vượt quá lịch làm việc${last ? ` (${last})` : ''}.`,
    en: `"time.value" is too large: the due date lies beyond the calendar${last ? `, which ends on ${last}` : ''}.`,
  }),
  'wait-ends-before-it-begins': () => ({
    vi: 'Thời điểm kết thúc tạm dừng phải sau thời điểm bắt đầu.',
    en: 'A pause must end after it begins.',
  }),
  'step-time-not-working-time': ({ step }) => ({
    vi: `Thời hạn của bước ${step} phải tính bằng giờ hoặc ngày làm việc.`,
    en: `The time of step ${step} must be in hours or working days.`,
  }),
};

/** The sentence for a refusal; a code of another room stands for itself. */
export const explainRefusal = ({ code, details = {} }: Refusal): LocalText =>
  sentences[code]?.(details) ?? { vi: code, en: code };
