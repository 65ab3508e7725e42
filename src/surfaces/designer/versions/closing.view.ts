import { type ClosingState, cataloguePermissions } from '#capabilities/catalogue';
import { button, card, dateInput, details, notice, summaryList, textarea, textInput } from '#design';
import { allows } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { formatDate, isPlainDate } from '#kernel/time';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { textOf } from '../core/fields.ts';
import { versionsHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';

/** The controls of this page by what the commands call them. */
export const closingTargets: Readonly<Record<string, string>> = {
  from: '_tu-ngay',
  replacedBy: '_thay-bang',
  reason: '_ly-do',
};

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

export interface ClosingView {
  readonly code: string;
  readonly state: ClosingState;
  readonly nameOf: (officer: string) => string;
  readonly refusal: Refusal | undefined;
}

/** What is asked and decided about the end of a procedure, and what this officer can do about it. */
export function closingView(ctx: PageCtx, view: ClosingView): Html {
  const say = sayIn(ctx.locale);
  const { closed, asked } = view.state;
  return html`${
    closed &&
    notice({
      kind: 'info',
      title: say(
        `Không nhận hồ sơ mới từ ${day(closed.from_day)}`,
        `Not offered from ${day(closed.from_day)}`,
      ),
      content:
        closed.replaced_by === null
          ? say('Công bố phiên bản mới sẽ mở lại.', 'A new version opens it again.')
          : html`${say('Thay bằng', 'In its place')} <a href="${versionsHref(closed.replaced_by)}">${closed.replaced_by}</a>.`,
      locale: ctx.locale,
    })
  }${asked ? decide(ctx, say, view, asked) : ask(ctx, say, view)}`;
}

const form = (ctx: PageCtx, code: string, content: Hole): Html =>
  html`<form class="mc-stack"${attributes({ method: 'post', action: `${versionsHref(code)}/dong`, novalidate: true })}>${csrfField(ctx)}${content}</form>`;

function decide(
  ctx: PageCtx,
  say: Say,
  { code, nameOf }: ClosingView,
  asked: NonNullable<ClosingState['asked']>,
): Html {
  const own = ctx.actor.kind === 'officer' && ctx.actor.officer === asked.asked_by;
  const mayAgree = allows(ctx.actor, cataloguePermissions['catalogue.publish']);
  const why = own ? 'own-closing' : mayAgree ? undefined : 'not-yours';
  return card({
    title: say('Có đề nghị đóng thủ tục', 'Closing is asked for'),
    content: html`${summaryList({
      locale: ctx.locale,
      rows: [
        { label: say('Thôi nhận hồ sơ từ', 'Not offered from'), value: day(asked.from_day) },
        { label: say('Thay bằng', 'In its place'), value: asked.replaced_by ?? say('không có', 'nothing') },
        { label: say('Lý do', 'Reason'), value: asked.reason },
        { label: say('Người đề nghị', 'Asked by'), value: nameOf(asked.asked_by) },
      ],
    })}${form(
      ctx,
      code,
      html`<div class="mc-row">${button({
        text: say('Đồng ý đóng', 'Agree to close'),
        kind: 'primary',
        name: '_lam',
        value: 'dong-y',
        id: 'dong-y',
        ...(why ? { disabledReason: sentenceFor({ code: why }, ctx.locale) } : {}),
      })}${(own || mayAgree) && button({ text: say('Bỏ đề nghị', 'Drop the request'), name: '_lam', value: 'bo' })}</div>`,
    )}`,
  });
}

function ask(ctx: PageCtx, say: Say, { code, refusal }: ClosingView): Html {
  const error = (field: string) =>
    refusal?.field === field ? { error: sentenceFor(refusal, ctx.locale) } : {};
  const typed = (part: string) => textOf(ctx.fields, `_tu-ngay-${part}`);
  return details({
    summary: say('Đề nghị đóng thủ tục', 'Ask to close the procedure'),
    open: refusal?.field !== undefined,
    content: form(
      ctx,
      code,
      html`<p>${say(
        'Hồ sơ đang giải quyết vẫn đi tiếp. Người khác phải đồng ý.',
        'Dossiers go on. Somebody else must agree.',
      )}</p>${dateInput({
        name: '_tu-ngay',
        label: say('Thôi nhận hồ sơ từ ngày', 'Not offered from'),
        value: { day: typed('day'), month: typed('month'), year: typed('year') },
        required: true,
        ...error('from'),
        locale: ctx.locale,
      })}${textInput({
        name: '_thay-bang',
        label: say('Thủ tục thay thế, nếu có', 'Procedure in its place, if any'),
        hint: say('Như 1.004884. Người hỏi thủ tục cũ được dẫn tới đó.', 'Such as 1.004884.'),
        value: textOf(ctx.fields, '_thay-bang'),
        code: true,
        width: 'm',
        ...error('replacedBy'),
        locale: ctx.locale,
      })}${textarea({
        name: '_ly-do',
        label: say('Lý do, số quyết định', 'Reason, number of the decision'),
        value: textOf(ctx.fields, '_ly-do'),
        rows: 2,
        required: true,
        ...error('reason'),
        locale: ctx.locale,
      })}${button({ text: say('Gửi đề nghị đóng', 'Ask to close'), name: '_lam', value: 'de-nghi' })}`,
    ),
  });
}
