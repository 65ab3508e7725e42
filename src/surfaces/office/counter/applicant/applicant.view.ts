import { button, card, dateInput, details, select, textInput } from '#design';
import { type Html, html } from '#platform/html';
import { textOf } from '../sheet/fields.ts';
import { sheetFields } from '../sheet/sheet.ts';
import type { SheetView } from '../sheet/sheet-props.ts';
import { applicantFields as names } from './applicant.ts';

/** Who stands at the counter; the first button of the form, so that the scanner's own Enter fills it. */
export function applicantCard(view: SheetView): Html {
  const { sheet, say, locale, faults, mayLookUp } = view;
  const value = (name: string) => textOf(sheet.fields, name);
  const error = (name: string) => {
    const text = faults.find(({ field }) => field === name)?.text;
    return text === undefined ? {} : { error: text };
  };
  const line = (name: string, label: string, extra: Partial<Parameters<typeof textInput>[0]> = {}) =>
    textInput({
      name,
      label,
      value: value(name),
      autocomplete: 'off',
      spellcheck: false,
      locale,
      ...error(name),
      ...extra,
    });
  const number = line(names.number, say('Số định danh, hoặc quét mã QR trên thẻ', 'Number, or scan the QR'), {
    hint: mayLookUp
      ? say('Bấm Enter để tra và điền; lần tra được ghi lại.', 'Enter looks it up; each look-up is recorded.')
      : say('Quét thẻ rồi Enter: họ tên, ngày sinh tự điền.', 'Scan, then Enter: the person is filled in.'),
    code: true,
    key: 'S',
    // Whoever scans before pressing anything fills the sheet, and presses no shortcut of the page.
    focus: !view.redrawn && faults.length === 0,
  });
  const fill = button({
    text: mayLookUp
      ? say('Tra cứu và điền', 'Look up and fill in')
      : say('Điền từ thẻ', 'Fill in from the card'),
    name: sheetFields.act,
    value: 'tra',
  });
  const birth = `${names.birth}-day`;
  const main: readonly Html[] = [
    line(names.name, say('Họ, chữ đệm và tên', 'Full name'), { required: true }),
    dateInput({
      name: names.birth,
      label: say('Ngày sinh', 'Date of birth'),
      value: {
        day: value(`${names.birth}-day`),
        month: value(`${names.birth}-month`),
        year: value(`${names.birth}-year`),
      },
      locale,
      ...error(birth),
    }),
    select({
      name: names.sex,
      label: say('Giới tính', 'Sex'),
      options: [
        { value: '1', text: say('Nam', 'Male') },
        { value: '2', text: say('Nữ', 'Female') },
      ],
      value: value(names.sex),
      locale,
      ...error(names.sex),
    }),
    line(names.phone, say('Số điện thoại', 'Phone'), { type: 'tel', width: 'l' }),
    line(names.email, say('Thư điện tử', 'E-mail'), { type: 'email', required: false }),
    line(names.address, say('Nơi ở', 'Address'), { required: false }),
  ];
  const represented = value(names.representedName) !== '' || value(names.representedNumber) !== '';
  return card({
    title: say('Người nộp', 'Applicant'),
    content: html`<div class="mc-row">${number}${fill}</div><div class="mc-grid">${main}</div>${details({
      summary: say('Nộp thay người khác hoặc tổ chức', 'For another person or an organisation'),
      open: represented || faults.some(({ field }) => field === names.representedName),
      content: html`<div class="mc-grid">${line(names.representedName, say('Tên người, tổ chức được nộp thay', 'Who is represented'))}${line(
        names.representedNumber,
        say('Số định danh hoặc mã số', 'Their number'),
        { code: true },
      )}</div>`,
    })}`,
  });
}
