import { type Difference, type DraftMove, hindrance, type ProcedureDraft } from '#capabilities/catalogue';
import { button, buttonLink, card, dateInput, details, notice, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { PlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { textOf } from '../core/fields.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';
import { differencesTable } from '../difference/difference.view.ts';

export interface ApprovalView {
  readonly draft: ProcedureDraft;
  readonly errors: number;
  readonly today: PlainDate;
  /** A version was published since this draft was begun. */
  readonly newer: boolean;
  readonly refusal: Refusal | undefined;
  /** What it changes of the version in force, for who decides; undefined while it is not waited for, or nothing is in force. */
  readonly compared: { readonly version: number; readonly differences: readonly Difference[] } | undefined;
}

export function approvalView(
  ctx: PageCtx,
  { draft, errors, today, newer, refusal, compared }: ApprovalView,
): Html {
  const say = sayIn(ctx.locale);
  const action = draftHref(draft.id, 'trinh-duyet');
  const why = (move: DraftMove): Refusal | undefined =>
    ctx.actor.kind === 'officer' ? hindrance(draft, move, ctx.actor) : undefined;
  const error = (field: string) =>
    refusal?.field === field ? { error: sentenceFor(refusal, ctx.locale) } : {};
  const lint =
    errors > 0
      ? notice({
          kind: 'warning',
          title: say(`Còn ${errors} lỗi phải sửa trước khi công bố`, `${errors} errors remain`),
          content: html`<a href="${draftHref(draft.id)}">${say('Xem từng lỗi', 'See each')}</a>`,
          locale: ctx.locale,
        })
      : notice({ kind: 'success', title: say('Không còn lỗi nào.', 'No errors remain.') });
  const compare = html`<p>${buttonLink({ text: say('Xem khác biệt', 'See the differences'), href: draftHref(draft.id, 'khac-biet') })}</p>`;
  if (draft.state === 'draft')
    return html`${lint}${compare}${card({
      title: say('Trình đồng nghiệp duyệt', 'Send to a colleague'),
      content: draftForm(
        ctx,
        { draft, action },
        html`<p>${say('Trong khi chờ duyệt, không ai sửa bản này.', 'Nobody changes it while it waits.')}</p>${button({ text: say('Trình duyệt', 'Send for approval'), kind: 'primary', name: '_lam', value: 'trinh', key: 'S' })}`,
      ),
    })}${
      newer &&
      card({
        title: say('Đã có phiên bản mới hơn', 'A newer version was published'),
        content: draftForm(
          ctx,
          { draft, action },
          html`<p>${say('Bản soạn lấy phiên bản mới nhất làm gốc; nội dung không đổi.', 'The draft takes the newest version as its base; its content stays.')}</p>${button({ text: say('Xác nhận đã xem phiên bản mới', 'I have seen the newer version'), name: '_lam', value: 'xac-nhan' })}`,
        ),
      })
    }${abandon(ctx, draft, action)}`;
  if (draft.state === 'published')
    return html`${compare}${notice({
      kind: 'success',
      title: say('Đã duyệt và công bố.', 'Approved and published.'),
      content: html`<a href="/thu-tuc/${draft.code}">${say('Xem trang thủ tục', 'See the page of the procedure')}</a>`,
    })}`;
  if (draft.state !== 'review')
    return html`${compare}${notice({ kind: 'info', title: say('Bản này không còn chờ duyệt.', 'It does not wait for approval.') })}`;
  const hindered = why('approve');
  const unable = why('send-back');
  const [year, month, day] = today.split('-');
  const typed = (part: string, fallback: string | undefined) =>
    textOf(ctx.fields, `_hieu-luc-${part}`) || fallback;
  const approve = card({
    title: say('Duyệt và công bố', 'Approve and publish'),
    content: draftForm(
      ctx,
      { draft, action },
      html`${dateInput({
        name: '_hieu-luc',
        label: say('Có hiệu lực từ', 'In force from'),
        hint: say('Ngày sau hôm nay: tự công bố vào ngày đó.', 'A later day: published on that day.'),
        value: { day: typed('day', day), month: typed('month', month), year: typed('year', year) },
        ...error('effectiveFrom'),
        ...error('_hieu-luc'),
      })}${button({
        text: say('Duyệt và công bố', 'Approve and publish'),
        kind: 'primary',
        name: '_lam',
        value: 'duyet',
        id: 'duyet',
        ...(hindered ? { disabledReason: sentenceFor(hindered, ctx.locale) } : {}),
      })}`,
    ),
  });
  const back = card({
    title: say('Trả lại người soạn', 'Send back'),
    content: draftForm(
      ctx,
      { draft, action },
      html`${textarea({
        name: '_ghi-chu',
        label: say('Cần sửa gì', 'What is to be mended'),
        value: textOf(ctx.fields, '_ghi-chu'),
        rows: 3,
        required: true,
        ...error('note'),
      })}${button({
        text: say('Trả lại', 'Send back'),
        name: '_lam',
        value: 'tra-lai',
        ...(unable ? { disabledReason: sentenceFor(unable, ctx.locale) } : {}),
      })}`,
    ),
  });
  const changes = compared && differencesTable(ctx, compared.differences, compared.version);
  return html`${lint}${compare}${changes}${approve}${back}${abandon(ctx, draft, action)}`;
}

const abandon = (ctx: PageCtx, draft: ProcedureDraft, action: string): Html => {
  const say = sayIn(ctx.locale);
  return details({
    summary: say('Bỏ bản soạn này', 'Give up this draft'),
    content: draftForm(
      ctx,
      { draft, action },
      html`<p>${say('Bản đang công bố không đổi.', 'What is published stays.')}</p>${button({ text: say('Bỏ bản soạn', 'Give up the draft'), kind: 'warning', name: '_lam', value: 'bo' })}`,
    ),
  });
};
