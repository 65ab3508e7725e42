import { openQuestions, type Question, repeats } from '#capabilities/forms';
import {
  backLink,
  button,
  buttonGroup,
  card,
  errorSummary,
  notice,
  pageHeading,
  select,
  status,
} from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { counterHome } from '../addresses.ts';
import { applicantCard } from '../applicant/applicant.view.ts';
import { papersCard } from '../papers/papers.view.ts';
import { drawQuestion, redrawValue, targetOf } from '../questions/question.ts';
import { isAskedAbove } from '../questions/read-sheet.ts';
import { textOf } from './fields.ts';
import { moneyCard } from './money.view.ts';
import { sheetFields } from './sheet.ts';
import type { SheetView } from './sheet-props.ts';

/** The whole walk-in on one sheet: person, questions, papers, money, receive. */
export function sheetView(view: SheetView): Html {
  const { sheet, say, locale, faults } = view;
  const pages = questionCards(view);
  const errors = faults.map(({ field, text, under }) => ({
    text: under === undefined ? text : `${under}: ${text}`,
    ...(field !== '' && { target: targetOf(field) }),
  }));
  const form = attributes({
    method: 'post',
    action: view.action,
    enctype: 'multipart/form-data',
    novalidate: true,
    class: 'mc-stack',
    'data-unsaved': true,
  });
  return html`${faults.length > 0 && errorSummary({ errors, locale })}${backLink({
    href: counterHome,
    text: say('Chọn thủ tục khác', 'Another procedure'),
  })}${pageHeading({
    title: sheet.procedure.name,
    beside: html`<span class="mc-code mc-quiet">${sheet.procedure.code}</span>`,
  })}${
    view.redrawn &&
    status({
      text: say('Đã cập nhật câu hỏi, giấy tờ và phí.', 'Questions, papers and fees are up to date.'),
    })
  }<form${form}>${view.hidden}<input type="hidden" name="${sheetFields.key}" value="${view.key}">${applicantCard(view)}${
    view.redrawn && faults.length === 0 && html`<div tabindex="-1" data-focus></div>`
  }${intro(view)}${pages}${papersCard(view)}${moneyCard(view)}${delivery(view)}${buttonGroup([
    button({
      text: say('Nhận hồ sơ, in giấy tiếp nhận', 'Receive and print'),
      kind: 'primary',
      name: sheetFields.act,
      value: 'nhan',
      id: 'nhan',
      key: 'R',
    }),
    button({
      text: say('Cập nhật câu hỏi, giấy tờ, phí', 'Update questions, papers, fees'),
      name: sheetFields.act,
      value: redrawValue,
      key: 'U',
    }),
  ])}</form>`;
}

/** The open questions, page by page; what stands above the form is not asked again. */
export function questionCards(view: Pick<SheetView, 'sheet' | 'locale' | 'faults'>): readonly Html[] {
  const { sheet, locale, faults } = view;
  const bySentence = new Map(faults.map(({ field, text }) => [field, text]));
  const asking = {
    fields: sheet.fields,
    faults: bySentence,
    answers: sheet.read.answers,
    reading: sheet.reading,
    locale,
  };
  const facts = { ...sheet.reading.facts, today: sheet.reading.today };
  return sheet.read.pages.flatMap((page) => {
    const questions = openQuestions(page, sheet.read.answers, facts).filter((each) => !isAskedAbove(each));
    if (questions.length === 0) return [];
    return [
      card({
        title: inLocale(page.title, locale),
        content: blocksOf(questions).map((block) => {
          const drawn = block.map((question) => drawQuestion({ ...asking, question, name: question.id }));
          return block[0] && repeats(block[0]) ? drawn : html`<div class="mc-grid">${drawn}</div>`;
        }),
      }),
    ];
  });
}

/** Questions side by side; rows that repeat stand alone and have the whole width. */
const blocksOf = (questions: readonly Question[]): readonly (readonly Question[])[] =>
  questions.reduce<Question[][]>((blocks, question) => {
    const last = blocks.at(-1);
    const alone = repeats(question) || (last?.[0] !== undefined && repeats(last[0]));
    if (last && !alone) last.push(question);
    else blocks.push([question]);
    return blocks;
  }, []);

/** A procedure without a form of its own says what the national list says of its time and money. */
function intro({ sheet, say }: SheetView): Html | false {
  const { national, live } = sheet.procedure;
  if (live) return false;
  const way = national.channels.find(({ channel }) => channel === sheet.channel) ?? national.channels[0];
  const units = { working_day: 'ngày làm việc', day: 'ngày', hour: 'giờ', month: 'tháng' } as const;
  const time =
    way?.time === undefined || way.unit === undefined
      ? way?.timeNote
      : `${String(way.time).replace('.', ',')} ${units[way.unit]}`;
  return notice({
    kind: 'inset',
    content: html`<p>${say('Thời hạn theo danh mục', 'Time in the list')}: ${time ?? say('chưa ghi', 'not said')}. ${say(
      'Phí, lệ phí',
      'Fees',
    )}: ${way?.feeText || say('chưa ghi', 'not said')}.</p>`,
  });
}

function delivery({ sheet, say, units, locale }: SheetView): Html {
  const chosen = textOf(sheet.fields, sheetFields.delivery) || 'counter';
  return card({
    title: say('Cách nhận kết quả', 'How the result is returned'),
    content: html`<div class="mc-grid">${select({
      name: sheetFields.delivery,
      label: say('Trả kết quả', 'Return'),
      options: [
        { value: 'counter', text: say('Tại nơi nộp', 'At this counter') },
        { value: 'post', text: say('Qua bưu chính', 'By post') },
        { value: 'electronic', text: say('Bản điện tử', 'Electronically') },
      ],
      value: chosen,
      emptyText: null,
      locale,
    })}${select({
      name: sheetFields.channel,
      label: say('Cách nộp', 'Handed in'),
      options: [
        { value: 'direct', text: say('Trực tiếp tại quầy', 'In person') },
        { value: 'post', text: say('Qua bưu chính', 'By post') },
      ],
      value: sheet.channel,
      emptyText: null,
      locale,
    })}${
      units.length > 1
        ? select({
            name: sheetFields.unit,
            label: say('Nơi tiếp nhận', 'Receiving unit'),
            options: units,
            value: sheet.unit,
            emptyText: null,
            locale,
          })
        : html`<input type="hidden" name="${sheetFields.unit}" value="${sheet.unit}">`
    }</div>`,
  });
}
