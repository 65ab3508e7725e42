import { z } from 'zod';
import { type Rating, ratingAnswers, ratingQuestions } from '#capabilities/feedback';
import { button, errorSummary, radios, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';

const answer = z.enum(ratingAnswers).optional().catch(undefined);
/** Fields of the form; the stars are judged by the room, so that nothing chosen is told kindly. */
export const ratingFields = z.object({
  sao: z.string().max(4).default(''),
  attitude: answer,
  time: answer,
  clarity: answer,
  'nhan-xet': z.string().max(4000).default(''),
});
export type TypedRating = Partial<z.output<typeof ratingFields>>;

export function ratingOfFields(typed: TypedRating): Rating {
  const given = ratingQuestions.flatMap((question) => (typed[question] ? [[question, typed[question]]] : []));
  return {
    stars: typed.sao ? typed.sao : Number.NaN,
    answers: Object.fromEntries(given),
    comment: typed['nhan-xet'] ?? '',
  };
}

const questions = (say: Say): Record<(typeof ratingQuestions)[number], string> => ({
  attitude: say('Cán bộ có lịch sự, tận tình không?', 'Were the officers polite and helpful?'),
  time: say('Thời gian giải quyết thế nào?', 'How was the time it took?'),
  clarity: say('Hướng dẫn có dễ hiểu không?', 'Was the guidance easy to follow?'),
});
const answers = (say: Say) => [
  { value: 'good', text: say('Tốt', 'Good') },
  { value: 'fair', text: say('Tạm được', 'Fair') },
  { value: 'poor', text: say('Chưa tốt', 'Poor') },
];
const stars = (say: Say) => [
  { value: '5', text: say('5 sao: rất hài lòng', '5 stars: very satisfied') },
  { value: '4', text: say('4 sao: hài lòng', '4 stars: satisfied') },
  { value: '3', text: say('3 sao: bình thường', '3 stars: neither') },
  { value: '2', text: say('2 sao: chưa hài lòng', '2 stars: not satisfied') },
  { value: '1', text: say('1 sao: rất không hài lòng', '1 star: very unsatisfied') },
];

export interface RatingProps {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: Html;
  readonly action: string;
  readonly typed: TypedRating;
  readonly refusal?: Refusal | undefined;
}

export function ratingView({ say, locale, csrf, action, typed, refusal }: RatingProps): Html {
  const target = refusal?.field === 'comment' ? 'nhan-xet' : 'sao';
  const error = refusal && sentenceOf(refusal, locale);
  return html`${error && errorSummary({ errors: [{ text: error, target }], locale })}<h1>${say('Bạn được phục vụ thế nào?', 'How were you served?')}</h1><p>${say(
    'Mỗi hồ sơ đánh giá một lần. Số sao tính vào mức độ hài lòng của cơ quan.',
    'Once for each dossier. The stars count towards the satisfaction with the office.',
  )}</p><form method="post" action="${action}" novalidate class="mc-stack">${csrf}${radios({
    name: 'sao',
    label: say('Bạn cho mấy sao?', 'How many stars?'),
    options: stars(say),
    value: typed.sao,
    error: target === 'sao' ? error : undefined,
    locale,
  })}${ratingQuestions.map((question) =>
    radios({
      name: question,
      label: questions(say)[question],
      options: answers(say),
      value: typed[question],
      required: false,
      inline: true,
      locale,
    }),
  )}${textarea({
    name: 'nhan-xet',
    label: say('Điều gì nên làm khác đi?', 'What should be done differently?'),
    required: false,
    value: typed['nhan-xet'],
    error: target === 'nhan-xet' ? error : undefined,
    maxLength: 2000,
    locale,
  })}${button({ text: say('Gửi đánh giá', 'Send the rating'), kind: 'primary' })}</form>`;
}
