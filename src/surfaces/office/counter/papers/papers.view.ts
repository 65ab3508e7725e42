import { card, checkboxes, table } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { textOf } from '../sheet/fields.ts';
import { sheetFields } from '../sheet/sheet.ts';
import type { SheetView } from '../sheet/sheet-props.ts';
import { type PaperRow, paperFields, proposed } from './papers.ts';

/** A multipart form takes ten parts that are files, the empty ones too. */
const mostUploads = 9;

/** Papers of the procedure: how many were handed in, what was compared, and scans where there are some. */
export function papersCard(view: SheetView, title?: string): Html {
  const { sheet, say } = view;
  const submitted = sheet.rows.filter(({ kind }) => kind === 'submit');
  const shown = sheet.rows.filter(({ kind }) => kind === 'show');
  return card({
    id: 'giay-to',
    title: title ?? say('Giấy tờ đã nhận', 'Papers received'),
    content: html`${
      submitted.length === 0
        ? html`<p class="mc-quiet">${say('Thủ tục này không có giấy tờ phải nộp.', 'Nothing to hand in.')}</p>`
        : table({
            id: 'nop',
            caption: say('Giấy tờ nộp', 'Handed in'),
            captionHidden: true,
            rowHeaders: true,
            columns: [
              { text: say('Giấy tờ', 'Paper') },
              { text: say('Bản chính', 'Originals') },
              { text: say('Bản sao', 'Copies') },
              { text: say('Bản quét', 'Scan') },
            ],
            rows: submitted.map((row, i) => [
              nameOf(view, row),
              countInput(view, row, 'originals'),
              countInput(view, row, 'copies'),
              i < mostUploads && upload(view, row),
            ]),
          })
    }${view.signs && submitted.length > 0 && signing(view)}${shown.map((row) => compared(view, row))}`,
  });
}

function nameOf(view: SheetView, row: PaperRow): Html {
  const { say, locale, sheet } = view;
  const register = paperFields.register(row.id);
  const fault = view.faults.find(
    ({ field }) => field === paperFields.originals(row.id) || field === paperFields.copies(row.id),
  );
  return html`${row.insteadOf !== undefined && html`<span class="mc-quiet">${say('hoặc', 'or')} </span>`}${inLocale(
    row.name,
    locale,
  )}${!row.required && html` <span class="mc-quiet">${say('(nếu có)', '(if any)')}</span>`}${
    fault && html`<p class="mc-error">${fault.text}</p>`
  }${
    row.inRegister &&
    html`<div class="mc-choice"><input${attributes({
      type: 'checkbox',
      id: register,
      name: register,
      value: 'yes',
      checked: textOf(sheet.fields, register) === 'yes',
    })}><label${attributes({ for: register })}>${say('Đã tra được, không cần nộp', 'Found in the register')}</label></div>`
  }`;
}

function countInput({ sheet, faults, say, locale }: SheetView, row: PaperRow, what: 'originals' | 'copies') {
  const name = paperFields[what](row.id);
  const typed = sheet.fields[name];
  const given = attributes({
    class: 'mc-input mc-input--s',
    id: name,
    name,
    type: 'text',
    inputmode: 'numeric',
    maxlength: 3,
    autocomplete: 'off',
    value: typed === undefined ? proposed(row, what) : textOf(sheet.fields, name),
    'aria-label': `${what === 'originals' ? say('Số bản chính', 'Originals') : say('Số bản sao', 'Copies')}: ${inLocale(row.name, locale)}`,
    'aria-invalid': faults.some(({ field }) => field === name) && 'true',
  });
  return html`<input${given}>`;
}

function upload({ scans, say, locale, faults, maxUpload }: SheetView, row: PaperRow): Html {
  const name = paperFields.upload(row.id);
  const kept = scans.get(row.id);
  const given = attributes({
    class: 'mc-file',
    type: 'file',
    id: name,
    name,
    accept: 'image/*,application/pdf',
    'aria-label': `${say('Bản quét', 'Scan')}: ${inLocale(row.name, locale)}`,
    'data-max-bytes': maxUpload,
    'data-too-big': say('Tệp quá lớn. Hãy quét với độ nét thấp hơn.', 'The file is too large.'),
  });
  const fault = faults.find(({ field }) => field === name);
  return html`${kept && html`<p>${kept.name} <span class="mc-quiet">${say('đã lưu', 'kept')}</span><input type="hidden" name="${paperFields.kept(row.id)}" value="${kept.sha256}"></p>`}${
    fault && html`<p class="mc-error">${fault.text}</p>`
  }<input${given}>`;
}

/** Nobody signs by not looking: the box is ticked by hand. */
const signing = ({ sheet, say, locale }: SheetView): Html =>
  checkboxes({
    name: sheetFields.signScans,
    label: say('Bản quét', 'Scans'),
    required: false,
    locale,
    options: [
      {
        value: 'yes',
        text: say(
          'Đã đối chiếu bản quét với bản giấy, ký số ngay',
          'Scans compared with the papers: sign them now',
        ),
      },
    ],
    values: textOf(sheet.fields, sheetFields.signScans) === 'yes' ? ['yes'] : [],
  });

function compared({ sheet, say, locale, faults }: SheetView, row: PaperRow): Html {
  const name = paperFields.compared(row.id);
  const fault = faults.find(({ field }) => field === name)?.text;
  return checkboxes({
    name,
    label: inLocale(row.name, locale),
    ...(row.hint ? { hint: inLocale(row.hint, locale) } : {}),
    ...(fault === undefined ? {} : { error: fault }),
    ...(row.required ? {} : { required: false }),
    options: [
      {
        value: 'yes',
        text: row.inRegister
          ? say('Đã đối chiếu bản chính, hoặc đã tra được', 'Compared with the original, or looked up')
          : say('Đã đối chiếu bản chính', 'Compared with the original'),
      },
    ],
    values: textOf(sheet.fields, name) === 'yes' ? ['yes'] : [],
  });
}
