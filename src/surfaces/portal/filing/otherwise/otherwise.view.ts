import type { AnswerInWords } from '#capabilities/forms';
import { buttonLink, card, notice, summaryList } from '#design';
import type { Instant } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { moment } from '../../words/times.ts';
import { filingPage } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';

export interface OtherwiseView {
  readonly filing: OpenFiling;
  readonly code: string;
  readonly submittedAt: Instant;
  readonly submitted: readonly AnswerInWords[];
  readonly later: readonly AnswerInWords[];
}

export function otherwiseView(ctx: PageCtx, doors: Doors, props: OtherwiseView): Html {
  const { filing, code, submittedAt, submitted, later } = props;
  const say = sayIn(ctx.locale);
  const rows = (words: readonly AnswerInWords[]) =>
    summaryList({
      rows: words.map((word) => ({ label: word.question, value: word.answer })),
      locale: ctx.locale,
    });
  return filingPage(ctx, doors, {
    title: say('Hồ sơ này đã nộp với nội dung khác', 'This dossier was submitted with other content'),
    back: paths.done(filing.draft.id),
    main: [
      html`<h1>${say('Hồ sơ này đã nộp với nội dung khác', 'This dossier was submitted with other content')}</h1>`,
      notice({
        kind: 'warning',
        locale: ctx.locale,
        content: say(
          `Hồ sơ ${code} đã nộp lúc ${moment(submittedAt)}. Nội dung bạn gửi sau không làm hồ sơ này thay đổi.`,
          `Dossier ${code} was submitted on ${moment(submittedAt)}. What you sent later did not change it.`,
        ),
      }),
      html`<p>${say(
        'Cần sửa thì nhắn cho nơi nhận trong trang hồ sơ, hoặc rút hồ sơ và nộp lại.',
        'To change it, write to the receiving place on its page, or withdraw it and file again.',
      )}</p>`,
      buttonLink({
        text: say('Mở hồ sơ đã nộp', 'Open the dossier'),
        href: paths.done(filing.draft.id),
        kind: 'primary',
      }),
      card({
        title: say('Bạn gửi sau, chưa nộp', 'Sent later, not submitted'),
        content:
          later.length > 0
            ? rows(later)
            : html`<p>${say('Không có câu trả lời nào khác với bản đã nộp.', 'No answer differs from what was submitted.')}</p>`,
      }),
      card({ title: say('Đã nộp', 'Submitted'), content: rows(submitted) }),
    ],
  });
}
