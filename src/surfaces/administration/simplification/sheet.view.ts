import type { CostSheet, KeptSheet, Proposal, PublishedProcedure } from '#capabilities/catalogue';
import { button, buttonLink, card, notice } from '#design';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm } from '../core/form.ts';
import { sayIn } from '../core/say.ts';
import { sheetHref } from './addresses.ts';
import { burdenView, costTable } from './cost.view.ts';
import { proposalsTable } from './proposals-table.ts';
import { sheetForm, type TypedSheet } from './sheet-form.ts';

export interface SheetView {
  readonly procedure: PublishedProcedure;
  readonly kept: KeptSheet | undefined;
  readonly typed: TypedSheet;
  readonly sheet: CostSheet;
  readonly proposals: readonly Proposal[];
}

export function sheetView(ctx: PageCtx, view: SheetView): Html {
  const { procedure, kept, typed, sheet, proposals } = view;
  const say = sayIn(ctx.locale);
  const open = proposals.some(({ state }) => state === 'proposed' || state === 'decided');
  return html`${
    (!kept || kept.sheet.assumed === true) &&
    notice({
      kind: 'info',
      title: say('Bảng này mới là giá trị khởi đầu.', 'This sheet holds starting values only.'),
      content: say(
        'Làm từ tờ khai, giấy tờ và khoản thu của thủ tục. Hãy hỏi người làm thật, sửa rồi lưu.',
        'Made from the form, papers and fees. Ask people who do it, correct it, then save.',
      ),
    })
  }${costTable(ctx, sheet)}${card({
    title: say('Bảng chi phí tuân thủ', 'Compliance-cost sheet'),
    content: postForm(
      ctx,
      sheetHref(procedure.code),
      html`<input type="hidden" name="ban"${attributes({ value: String(kept?.revision ?? 0) })}>${sheetForm(ctx, typed, { measured: kept?.measure?.dossiers })}${button({ text: say('Lưu bảng chi phí', 'Save the sheet'), kind: 'primary' })}`,
    ),
  })}${card({
    title: say('Đo từ hồ sơ thật', 'Measured from real dossiers'),
    content: html`${
      kept?.measure
        ? html`<p class="mc-quiet">${say('Đo lúc', 'Measured')} ${formatDateTime(kept.measured_at ?? kept.changed_at)}</p>${burdenView(ctx, kept.measure)}`
        : html`<p>${say('Chưa đo. Việc đo chỉ đếm, không xem nội dung hồ sơ nào.', 'Not measured. Measuring only counts; no dossier is looked into.')}</p>`
    }${
      kept &&
      postForm(
        ctx,
        sheetHref(procedure.code, '/do'),
        button({ text: kept.measure ? say('Đo lại', 'Measure again') : say('Đo từ hồ sơ thật', 'Measure') }),
      )
    }`,
  })}${card({
    title: say('Đề xuất', 'Proposals'),
    content: html`${proposals.length > 0 && proposalsTable(ctx, proposals)}${
      kept && !open
        ? html`<p>${buttonLink({ text: say('Đề xuất cắt giảm', 'Propose a change'), href: sheetHref(procedure.code, '/de-xuat') })}</p>`
        : html`<p class="mc-quiet">${
            open
              ? say('Xong đề xuất đang mở thì mới đề xuất tiếp.', 'The open proposal comes to its end first.')
              : say('Lưu bảng chi phí trước, rồi đề xuất.', 'Save the sheet first, then propose.')
          }</p>`
    }<p><a${attributes({ href: `/quan-tri/dieu-kien-bao-cao?thu-tuc=${procedure.code}` })}>${say('Điều kiện, báo cáo của thủ tục này', 'Conditions and reports of this procedure')}</a></p>`,
  })}`;
}
