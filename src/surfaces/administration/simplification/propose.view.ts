import {
  type CostSheet,
  effectOf,
  type Programme,
  type ProposalKind,
  proposalKinds,
} from '#capabilities/catalogue';
import { button, buttonGroup, radios, select, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm, textOf } from '../core/form.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { sheetHref } from './addresses.ts';
import { effectTable } from './cost.view.ts';
import { sheetForm, type TypedSheet } from './sheet-form.ts';
import { kindWords } from './words.ts';

export interface ProposeView {
  readonly code: string;
  readonly before: CostSheet;
  /** Undefined while something typed is no number. */
  readonly after: CostSheet | undefined;
  readonly typed: TypedSheet;
  readonly posted: boolean;
  readonly kind: ProposalKind;
  readonly programmes: readonly Programme[];
  readonly refusal: Refusal | undefined;
}

export function proposeView(ctx: PageCtx, view: ProposeView): Html {
  const { before, after, kind, refusal } = view;
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const error = (field: string) => (refusal?.field === field ? { error: sentenceFor(refusal, locale) } : {});
  const then = kind === 'drop' ? null : after;
  return html`${view.posted && then !== undefined && effectTable(ctx, effectOf(before, then))}${postForm(
    ctx,
    sheetHref(view.code, '/de-xuat'),
    html`${radios({
      name: 'loai',
      label: say('Đề xuất gì?', 'What is proposed?'),
      options: proposalKinds.map((value) => ({ value, text: inLocale(kindWords[value], locale) })),
      value: kind,
      required: true,
      locale,
    })}${textInput({
      name: 'gop-vao',
      label: say('Gộp vào thủ tục mã', 'Merged into'),
      hint: say('Chỉ điền khi gộp.', 'For a merger only.'),
      value: textOf(ctx.fields, 'gop-vao'),
      code: true,
      width: 'm',
      required: false,
      locale,
      ...error('into'),
    })}${textInput({
      name: 'ten-de-xuat',
      label: say('Tên đề xuất', 'Title'),
      value: textOf(ctx.fields, 'ten-de-xuat'),
      required: true,
      locale,
      ...error('title'),
    })}${textarea({
      name: 'noi-dung',
      label: say('Sửa gì, vì sao, ở văn bản nào', 'What changes, why, in which instrument'),
      value: textOf(ctx.fields, 'noi-dung'),
      required: true,
      locale,
      ...error('text'),
    })}${
      view.programmes.length > 0 &&
      select({
        name: 'chuong-trinh',
        label: say('Thuộc chương trình', 'Part of the programme'),
        options: view.programmes.map(({ id, name }) => ({ value: id, text: name })),
        value: textOf(ctx.fields, 'chuong-trinh'),
        emptyText: say('Không thuộc chương trình nào', 'None'),
        required: false,
        locale,
        ...error('programme'),
      })
    }<h2>${say('Bảng chi phí sau khi sửa', 'The sheet afterwards')}</h2><p class="mc-quiet">${say(
      'Đang là bảng hiện nay. Hãy bỏ việc, giảm phút, giảm khoản phải trả. Bãi bỏ thì không cần sửa bảng.',
      'It holds the sheet of today. Take tasks away, lower minutes and payments. Dropping needs no change here.',
    )}</p>${sheetForm(ctx, view.typed, { sameWage: true })}${buttonGroup([
      button({ text: say('Gửi đề xuất', 'Propose'), kind: 'primary', name: 'lam', value: 'gui' }),
      button({ text: say('Xem trước và sau', 'See before and after'), name: 'lam', value: 'xem' }),
    ])}`,
  )}`;
}
