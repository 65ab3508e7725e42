import { z } from 'zod';
import type { DossierView } from '#capabilities/dossiers';
import { rateDossier, ratingAnswers, ratingOf, ratingQuestions } from '#capabilities/feedback';
import { button, errorSummary, radios, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { addressOf } from '../tracking/next-action.ts';
import { type Say, sayIn } from '../words/say.ts';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from './mine.ts';

const path = '/cua-toi/ho-so/:code/danh-gia';
const answer = z.enum(ratingAnswers).optional().catch(undefined);
const ratingInput = codeInput.extend({
  sao: z.string().max(4).default(''),
  attitude: answer,
  time: answer,
  clarity: answer,
  'nhan-xet': z.string().max(4000).default(''),
});
type Typed = Partial<z.output<typeof ratingInput>>;

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

function show(ctx: PageCtx, doors: Doors, view: DossierView, typed: Typed = {}, refusal?: Refusal): Reply {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const { code } = view.dossier;
  const target = refusal?.field === 'comment' ? 'nhan-xet' : 'sao';
  const error = refusal && sentenceOf(refusal, locale);
  const main = html`${error && errorSummary({ errors: [{ text: error, target }], locale })}<h1>${say('Bạn được phục vụ thế nào?', 'How were you served?')}</h1><p>${say(
    'Đánh giá một lần cho mỗi hồ sơ. Người giải quyết không thấy tên bạn bên cạnh số sao.',
    'Once for each dossier. It counts for the whole office.',
  )}</p><form method="post" action="${addressOf(code, '/danh-gia')}" novalidate class="mc-stack">${csrfField(ctx)}${radios({
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
  const title = say('Đánh giá việc phục vụ', 'Rate the service');
  return dossierReply(ctx, doors, { code, title, main, errors: error !== undefined });
}

export const ratingPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const open = view.state.stage === 'returned' && !(await ratingOf(ctx, refOf(view)));
      return open ? show(ctx, doors, view) : redirectTo(addressOf(view.dossier.code));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.rated',
    input: ratingInput,
    async handle(ctx, typed) {
      const view = await openMine(ctx, doors, typed.code);
      if (!view) return problem('not-found');
      const given = ratingQuestions.flatMap((question) => (typed[question] ? [[question, typed[question]]] : []));
      const rated = await rateDossier(ctx, refOf(view), {
        stars: typed.sao === '' ? Number.NaN : typed.sao,
        answers: Object.fromEntries(given),
        comment: typed['nhan-xet'],
      });
      if (!rated.ok) return show(ctx, doors, view, typed, rated.refusal);
      return redirectTo(addressOf(view.dossier.code, '?xong=danh-gia'));
    },
  }),
];
