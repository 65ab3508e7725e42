import { type Decentralisation, type MoveStep, moveHindrance } from '#capabilities/catalogue';
import { button, card, dateInput, details, summaryList, table, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { dateParts, postForm } from '../core/form.ts';
import { officerOf } from '../core/frame.ts';
import { number, type Say } from '../core/say.ts';
import { procedureHref } from '../procedures/addresses.ts';
import { sentenceFor } from '../sentences.ts';
import { day, kindNames, moveHref, openNames, standingNames, standingOf } from './words.ts';

/** Control for the day on which a decision ends. */
export const endDate = 'ket-thuc';

export interface TouchedProcedure {
  readonly code: string;
  readonly name: string;
  /** Who decides by the definition, and by this decision. */
  readonly before: string;
  readonly after: string;
  readonly open: number;
}

export interface MoveView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly move: Decentralisation;
  readonly today: string;
  readonly receiver: string;
  readonly touched: readonly TouchedProcedure[];
  readonly refusal: Refusal | undefined;
}

export function moveView(view: MoveView): Html {
  const { ctx, say, move, today, receiver, touched } = view;
  const standing = standingNames[standingOf(move, today)];
  const rows = [
    {
      label: say('Tình trạng', 'State'),
      value: tag({ text: inLocale(standing.text, ctx.locale), tone: standing.tone }),
    },
    { label: say('Người ban hành', 'Issued by'), value: move.issuer },
    { label: say('Ngày ký', 'Signed'), value: day(move.decided_on) },
    { label: say('Hình thức', 'Kind'), value: inLocale(kindNames[move.kind], ctx.locale) },
    { label: say('Chuyển cho', 'To'), value: receiver },
    {
      label: say('Áp dụng', 'In force'),
      value:
        move.until_day === null
          ? say(`từ ${day(move.from_day)}`, `from ${day(move.from_day)}`)
          : say(
              `từ ${day(move.from_day)} đến trước ${day(move.until_day)}`,
              `from ${day(move.from_day)} until before ${day(move.until_day)}`,
            ),
    },
    {
      label: say('Hồ sơ đang mở', 'Open dossiers'),
      value: inLocale(openNames[move.open_dossiers], ctx.locale),
    },
    ...(move.carried_out_at === null
      ? []
      : [
          {
            label: say('Đã báo hồ sơ', 'Dossiers told'),
            value: say(
              `${number(move.told ?? 0)} hồ sơ, xong lúc ${formatDateTime(move.carried_out_at)}`,
              `${number(move.told ?? 0)} dossiers by ${formatDateTime(move.carried_out_at)}`,
            ),
          },
        ]),
    ...(move.note === '' ? [] : [{ label: say('Ghi chú', 'Note'), value: move.note }]),
  ];
  return html`${card({ content: summaryList({ rows }) })}${acts(view)}${table({
    id: 'truoc-sau',
    caption: say('Trước và sau quyết định', 'Before and after'),
    columns: [
      { text: say('Thủ tục', 'Procedure') },
      { text: say('Trước', 'Before') },
      { text: say('Sau', 'After') },
      { text: say('Hồ sơ đang mở', 'Open dossiers'), numeric: true },
    ],
    rows: touched.map((each) => [
      html`<a href="${procedureHref(each.code)}">${each.name}</a><br><span class="mc-code mc-quiet">${each.code}</span>`,
      each.before,
      html`<strong>${each.after}</strong>`,
      number(each.open),
    ]),
  })}`;
}

function acts(view: MoveView): Html {
  const { ctx, say, move, today, refusal } = view;
  const action = moveHref(move.id);
  const why = (step: MoveStep) => {
    const found = moveHindrance(move, step, officerOf(ctx), today);
    return found ? { disabledReason: sentenceFor(found, ctx.locale) } : {};
  };
  if (move.state === 'proposed')
    return html`${card({
      title: say('Duyệt', 'Approve'),
      content: postForm(ctx, action, [
        html`<p>${say(
          'Hãy đối chiếu với bản ký. Duyệt rồi thì từ ngày áp dụng, cơ quan mới giải quyết.',
          'Compare it with the signed paper. Once approved, the new authority decides from its day.',
        )}</p>`,
        button({
          text: say('Duyệt quyết định', 'Approve'),
          kind: 'primary',
          name: '_lam',
          value: 'duyet',
          id: 'duyet',
          ...why('approve'),
        }),
      ]),
    })}${details({
      summary: say('Bỏ đề nghị này', 'Give it up'),
      content: postForm(ctx, action, [
        html`<p>${say('Thẩm quyền không đổi.', 'Nothing changes.')}</p>`,
        button({ text: say('Bỏ đề nghị', 'Give it up'), kind: 'warning', name: '_lam', value: 'bo' }),
      ]),
    })}`;
  if (moveHindrance(move, 'end', officerOf(ctx), today)) return html``;
  return details({
    summary: say('Kết thúc sớm', 'End it sooner'),
    open: refusal?.field === 'until',
    content: postForm(ctx, action, [
      html`<p>${say(
        'Từ ngày đó, hồ sơ mới lại do cơ quan trước đây giải quyết. Hồ sơ đang mở không đổi.',
        'From that day new dossiers go back. Open ones stay where they are.',
      )}</p>`,
      dateInput({
        name: endDate,
        label: say('Ngày đầu tiên thôi áp dụng', 'First day it no longer holds'),
        value: dateParts(ctx.fields, endDate),
        locale: ctx.locale,
        ...(refusal?.field === 'until' ? { error: sentenceFor(refusal, ctx.locale) } : {}),
      }),
      button({
        text: say('Kết thúc quyết định', 'End it'),
        kind: 'warning',
        name: '_lam',
        value: 'ket-thuc',
      }),
    ]),
  });
}
