import type { ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { type Finding, found } from '../lint/finding.ts';
import type { NationalChannel, NationalProcedure } from '../procedure.ts';
import { competenceOf } from './competence.ts';
import { oneLine, saysNothing } from './words.ts';

const channels: Readonly<Record<NationalChannel['channel'], string>> = {
  online: 'Nộp trực tuyến',
  direct: 'Nộp trực tiếp',
  post: 'Nộp qua bưu chính',
};
const assumed: LocalText = {
  vi: 'Nháp từ danh mục quốc gia. Mẫu điện tử, thời gian các bước, mức trực tuyến là giả định.',
  en: 'A draft from the national list. The e-form, the times of the steps and the online level are assumed.',
};

const inVietnamese = (what: string): string => `${what}: see the Vietnamese words of the national record.`;

/** Sentences of the record that have no place of their own, under a word that says where they stood. */
export function notesOf(record: NationalProcedure): readonly LocalText[] {
  const decisions = [record.decision, ...record.otherDecisions].filter((each) => each !== '').join('; ');
  const told = [
    ['Trình tự', 'Order of steps', record.steps],
    ['Yêu cầu, điều kiện', 'Conditions', record.conditions],
    ['Cơ quan thực hiện', 'Agency', record.agency],
    ['Cơ quan có thẩm quyền', 'Competent authority', record.authority],
    ...record.cases.map(({ name }) => ['Trường hợp', 'Case', name] as const),
    ...record.channels.map(
      ({ channel, timeNote = '' }) => [channels[channel], 'How to file', timeNote] as const,
    ),
    ...record.channels.map(({ channel, feeText }) => [`${channels[channel]}, phí`, 'Fee', feeText] as const),
    ['Quyết định công bố', 'Announced by', decisions],
    ['Đối tượng', 'Subjects', record.subjects.join('; ')],
  ] as const;
  const lines = new Map(
    told
      .filter(([, , text]) => !saysNothing(text))
      .map(([word, english, text]) => [`${word}: ${oneLine(text)}`, inVietnamese(english)]),
  );
  return [assumed, ...[...lines].map(([vi, en]) => ({ vi, en }))];
}

/** The same words for several channels are one thing to decide. */
function byWords(
  told: readonly { readonly channel: NationalChannel['channel']; readonly words: string }[],
): readonly string[] {
  const together = Map.groupBy(told, ({ words }) => words);
  return [...together].map(
    ([words, same]) => `${[...new Set(same.map(({ channel }) => channels[channel]))].join(', ')}: ${words}`,
  );
}

const unitNames: Readonly<Record<string, string>> = {
  working_day: 'ngày làm việc',
  day: 'ngày',
  hour: 'giờ',
  month: 'tháng',
};

/** What a machine must not decide: times without unit, fees told in words, many papers, and who is competent. */
export function leftOf(record: NationalProcedure, definition: ProcedureDefinition): readonly Finding[] {
  const left = (at: string, text: string) => found('record-left', at, { text: oneLine(text) });
  const taken = ({ channel, time, unit }: NationalChannel): boolean =>
    definition.time.some(
      (each) => each.channel === channel && each.value === time && each.unit === (unit ?? 'working_day'),
    );
  const times = record.channels.flatMap((told) => {
    const { channel, time, unit, timeNote = '' } = told;
    const said = `${time ?? ''} ${unitNames[unit ?? ''] ?? ''} ${timeNote}`;
    if (time !== undefined && unit === undefined)
      return [
        { channel, words: oneLine(`${time} (bản ghi không có đơn vị) ${taken(told) ? '' : timeNote}`) },
      ];
    return taken(told) || oneLine(said) === '' ? [] : [{ channel, words: oneLine(said) }];
  });
  const fees = record.channels
    .filter(({ fee, feeText }) => fee !== 'amount' && fee !== 'free' && !saysNothing(feeText))
    .map(({ channel, feeText }) => ({ channel, words: feeText }));
  const papers = record.cases.flatMap(({ documents }) => documents);
  const many = papers
    .filter(({ originals, copies }) => originals > 20 || copies > 20)
    .map(({ name, originals, copies }) => `${name}: ${originals}/${copies}`);
  return [
    ...(competenceOf(record) === undefined
      ? [left('competence', `${record.authority} ${record.agency}`)]
      : []),
    ...byWords(times).map((text) => left('time', text)),
    ...byWords(fees).map((text) => left('fees', text)),
    ...[...new Set([...many, ...papers.flatMap(({ forms }) => forms)])].map((text) =>
      left('documents', text),
    ),
  ];
}
