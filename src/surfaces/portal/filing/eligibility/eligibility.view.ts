import type { Eligibility, EligibilityQuestion, ProcedureDefinition } from '#capabilities/forms';
import { button, buttonLink, notice, radios } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import * as paths from '../core/paths.ts';
import { type Replies, writeReplies } from '../start/replies.ts';

export interface EligibilityView {
  readonly definition: ProcedureDefinition;
  readonly replies: Replies;
  /** Questions sent without an answer. */
  readonly open: readonly EligibilityQuestion[];
}

export function eligibilityView(
  ctx: PageCtx,
  doors: Doors,
  { definition, replies, open }: EligibilityView,
): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const title = say('Bạn có làm được thủ tục này không?', 'Is this procedure for you?');
  const choose = say('Hãy chọn Có hoặc Không.', 'Choose yes or no.');
  const answers = [
    { value: 'yes', text: say('Có', 'Yes') },
    { value: 'no', text: say('Không', 'No') },
  ];
  return filingPage(ctx, doors, {
    title,
    back: paths.start(definition.code),
    errors: open.map((question) => ({ text: choose, target: question.id })),
    main: [
      html`<h1>${title}</h1>`,
      html`<p>${say(
        'Trả lời nhanh để không mất công điền. Chúng tôi không lưu các câu này.',
        'A quick check before you fill anything in. These answers are not kept.',
      )}</p>`,
      html`<form class="mc-stack" method="post" novalidate${attributes({ action: paths.start(definition.code, 'dieu-kien') })}>${csrfField(ctx)}${definition.eligibility.map(
        (question) =>
          radios({
            name: question.id,
            label: inLocale(question.question, locale),
            options: answers,
            value: replies[question.id],
            inline: true,
            locale,
            ...(open.includes(question) ? { error: choose } : {}),
          }),
      )}${button({ text: say('Xem kết luận', 'See the answer'), kind: 'primary' })}</form>`,
    ],
  });
}

export interface VerdictView {
  readonly definition: ProcedureDefinition;
  readonly replies: Replies;
  readonly judged: Eligibility;
}

/** Stops kindly, with what to do instead; or gives advice and lets go on. */
export function verdictView(ctx: PageCtx, doors: Doors, { definition, replies, judged }: VerdictView): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const stopped = judged.verdict === 'not-eligible';
  const title = stopped
    ? say('Bạn chưa nên nộp hồ sơ này', 'Do not file this one yet')
    : say('Bạn làm được thủ tục này', 'This procedure is for you');
  const shown = judged.failed.filter((question) => !stopped || question.advice !== true);
  const written = writeReplies(replies);
  const { code } = definition;
  return filingPage(ctx, doors, {
    title,
    back: paths.start(code, 'dieu-kien', written),
    main: [
      html`<h1>${title}</h1>`,
      shown.map((question) =>
        notice({
          kind: stopped ? 'warning' : 'info',
          title: inLocale(question.question, locale),
          headingLevel: 2,
          content: inLocale(question.failText, locale),
          locale,
        }),
      ),
      stopped
        ? [
            buttonLink({
              text: say('Tìm thủ tục khác', 'Find another procedure'),
              href: '/thu-tuc',
              kind: 'primary',
            }),
            html`<p>${say('Trả lời nhầm?', 'Answered by mistake?')} <a href="${paths.start(code, 'dieu-kien', written)}">${say(
              'Sửa câu trả lời',
              'Change the answers',
            )}</a></p>`,
          ]
        : buttonLink({
            text: say('Tiếp tục', 'Continue'),
            href: paths.start(code, 'danh-tinh', written),
            kind: 'primary',
          }),
    ],
  });
}
