import type { InternalProcedure } from '#capabilities/catalogue';
import type { StoredFile } from '#capabilities/dossiers';
import {
  backLink,
  button,
  buttonGroup,
  card,
  details,
  emptyState,
  errorSummary,
  pageHeading,
  select,
  summaryList,
  table,
} from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { papersCard } from '../counter/papers/papers.view.ts';
import { redrawValue, targetOf } from '../counter/questions/question.ts';
import type { Fault } from '../counter/sheet/faults.ts';
import { type Sheet, sheetFields } from '../counter/sheet/sheet.ts';
import { questionCards } from '../counter/sheet/sheet.view.ts';
import { number, type Say, sayIn } from '../words/say.ts';
import { internalHome, internalHref } from './addresses.ts';

const unitWords = {
  working_day: ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  hour: ['giờ', 'hours'],
  month: ['tháng', 'months'],
} as const;

const timeOf = (say: Say, { times }: InternalProcedure): string => {
  const [first] = times ?? [];
  if (!first) return say('chưa ghi', 'not said');
  const [vi, en] = unitWords[first.unit];
  return `${String(first.value).replace('.', ',')} ${say(vi, en)}`;
};

/** Procedures between agencies; those without a form stand behind a fold, to be known of. */
export function internalListView(ctx: PageCtx, procedures: readonly InternalProcedure[]): Html {
  const say = sayIn(ctx.locale);
  const live = procedures.filter((each) => each.live);
  const others = procedures.filter((each) => !each.live);
  return html`${pageHeading({ title: say('Đơn vị của bạn cần làm thủ tục nào?', 'What does your unit need?') })}<p class="mc-quiet">${say(
    'Thủ tục giữa các cơ quan. Bạn nộp thay mặt đơn vị; người dân không thấy ở đây.',
    'Procedures between agencies. You file for your unit; the public does not see them.',
  )}</p>${
    live.length === 0
      ? emptyState({ title: say('Chưa có thủ tục nào có tờ khai', 'None has a form yet') })
      : table({
          id: 'nop-duoc',
          caption: say(`${number(live.length)} thủ tục nộp được`, `${number(live.length)} can be filed`),
          columns: [
            { text: say('Thủ tục', 'Procedure') },
            { text: say('Mã', 'Code') },
            { text: say('Lĩnh vực', 'Field') },
            { text: say('Thời hạn', 'Time') },
          ],
          rows: live.map((each, at) => {
            const key = at < 9 ? String(at + 1) : undefined;
            return [
              html`<a${attributes({ href: internalHref(each.code), 'data-key': key, 'aria-keyshortcuts': key })}>${each.name}</a>`,
              html`<span class="mc-code">${each.code}</span>`,
              each.field,
              timeOf(say, each),
            ];
          }),
        })
  }${
    others.length > 0 &&
    details({
      summary: say(
        `${number(others.length)} thủ tục khác, chưa có tờ khai ở đây`,
        `${number(others.length)} others have no form here`,
      ),
      content: html`<ul>${others.map(({ code, name }) => html`<li><span class="mc-code">${code}</span> ${name}</li>`)}</ul>`,
    })
  }`;
}

export interface FileView {
  readonly sheet: Sheet;
  readonly key: string;
  readonly faults: readonly Fault[];
  readonly scans: ReadonlyMap<string, StoredFile>;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly officer: string;
  readonly fileRule: string;
  readonly maxUpload: number;
}

/** One sheet: for which unit, the questions, the papers, send. */
export function fileView(ctx: PageCtx, view: FileView): Html {
  const { sheet, faults, units } = view;
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const form = attributes({
    method: 'post',
    action: `${internalHref(sheet.procedure.code)}?_csrf=${encodeURIComponent(ctx.csrf)}`,
    enctype: 'multipart/form-data',
    novalidate: true,
    class: 'mc-stack',
    'data-unsaved': true,
  });
  const drawn = {
    ...view,
    say,
    locale,
    hidden: csrfField(ctx),
    action: '',
    mayLookUp: false,
    mayTakeFee: false,
    signs: false,
    redrawn: false,
  };
  const errors = faults.map(({ field, text }) => ({
    text,
    ...(field !== '' && { target: targetOf(field) }),
  }));
  return html`${faults.length > 0 && errorSummary({ errors, locale })}${backLink({
    href: internalHome,
    text: say('Thủ tục nội bộ khác', 'Another procedure'),
  })}${pageHeading({
    title: sheet.procedure.name,
    beside: html`<span class="mc-code mc-quiet">${sheet.procedure.code}</span>`,
  })}<form${form}>${csrfField(ctx)}<input type="hidden" name="${sheetFields.key}" value="${view.key}">${card({
    title: say('Đơn vị nộp', 'Filed for'),
    content: html`${
      units.length > 1
        ? select({
            name: sheetFields.unit,
            label: say('Đơn vị', 'Unit'),
            options: units,
            value: sheet.unit,
            emptyText: null,
            locale,
          })
        : html`<input type="hidden" name="${sheetFields.unit}" value="${sheet.unit}">`
    }${summaryList({
      rows: [
        ...(units.length > 1 ? [] : [{ label: say('Đơn vị', 'Unit'), value: units[0]?.text ?? '' }]),
        { label: say('Người nộp', 'Filed by'), value: view.officer },
      ],
      locale,
    })}`,
  })}${questionCards(drawn)}${papersCard(drawn, say('Giấy tờ gửi kèm', 'Papers enclosed'))}<input type="hidden" name="${sheetFields.feeSeen}" value="0">${buttonGroup(
    [
      button({
        text: say('Nộp hồ sơ cho đơn vị', 'File it'),
        kind: 'primary',
        name: sheetFields.act,
        value: 'nop',
        key: 'R',
      }),
      button({
        text: say('Cập nhật câu hỏi, giấy tờ', 'Update questions and papers'),
        name: sheetFields.act,
        value: redrawValue,
        key: 'U',
      }),
    ],
  )}</form>`;
}
