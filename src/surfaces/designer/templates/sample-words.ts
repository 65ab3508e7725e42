import { type Moment, wordsOf } from '#capabilities/messages';
import type { LocalText } from '#kernel/text';

/** Invented words for a message that is looked at. */
const samples: Readonly<Record<string, string | LocalText>> = {
  code: 'H01.105-261125-0042',
  unit: 'UBND xã Mỹ Hòa Hưng',
  link: 'https://dichvucong.angiang.example/tra-cuu?ma=H01.105-261125-0042',
  owed: { vi: '30.000 đồng', en: '30.000 VND' },
  pay: 'https://dichvucong.angiang.example/thanh-toan/7K3Q9ZPM2C4E',
  answerBy: '17:00 thứ Tư 25/11/2026',
  due: '16:30 thứ Hai 30/11/2026',
  until: 'thứ Tư 09/12/2026',
  reason: 'Ảnh chụp giấy chứng sinh bị mờ.',
  papers: 'Giấy chứng sinh',
  amount: { vi: '10.000 đồng', en: '10.000 VND' },
  newDate: 'thứ Tư 02/12/2026',
  number: '218/TLKS-BS',
  page: 'https://dichvucong.angiang.example/cua-toi/hoan-phi/H01.105-261125-0042',
  evidence: 'UNC 12/2026',
  decision: {
    vi: 'đã dừng giải quyết theo đề nghị của bạn.',
    en: 'work on it has been stopped as you wished.',
  },
  ground: 'Quyết định số 12/QĐ-UBND',
};

export const sampleWords = (
  moment: Moment,
  procedure: LocalText,
): Readonly<Record<string, string | LocalText>> => ({
  ...Object.fromEntries(wordsOf(moment).map((word) => [word, samples[word] ?? `[${word}]`])),
  procedure: procedure.vi === '' ? '[procedure]' : procedure,
});
