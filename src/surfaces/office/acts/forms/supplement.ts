import { attempt, requiredDocuments } from '#capabilities/forms';
import { checkboxes, textInput } from '#design';
import { done, type Outcome, refused } from '#kernel/outcome';
import { attributes, type Hole, html } from '#platform/html';
import type { Opened } from '../../dossier/open.ts';
import { type ActForm, type FormView, many, type Typed, text } from '../act-form.ts';
import { paperPhrases } from '../phrases.ts';
import { reasonFields, reasonOf } from './reason.ts';

const other = 'giay-khac';
const usualDays = '5';

/** Papers of the procedure that this dossier needs, and room for one that is not in its list. */
function askable({ view, say }: Opened): readonly { readonly id: string; readonly title: string }[] {
  const { definition, answers, facts } = view.rules;
  // Where a table fails, any paper can still be asked for by its name.
  const asked = attempt(() => requiredDocuments(definition, answers, facts));
  const demands = (asked.ok ? asked.value : []).filter(({ group }) => group !== 'note');
  return [
    ...demands.map(({ id, name }) => ({ id, title: name.vi })),
    { id: other, title: say('Giấy tờ khác', 'Another paper') },
  ];
}

function fields(view: FormView): Hole {
  const { opened, typed, error } = view;
  const { say, locale } = opened;
  const ticked = many(typed, 'giay');
  return html`<datalist id="ly-do-giay">${paperPhrases.map(
    (phrase) => html`<option${attributes({ value: phrase })}></option>`,
  )}</datalist>${checkboxes({
    name: 'giay',
    label: say('Giấy tờ nào cần bổ sung?', 'Which papers are needed?'),
    hint: say(
      'Mỗi giấy tờ có lý do riêng; người nộp đọc nguyên văn.',
      'Each has its own reason; the person reads it.',
    ),
    error: error('giay'),
    values: ticked,
    locale,
    options: askable(opened).map(({ id, title }) => ({
      value: id,
      text: title,
      then: html`<div class="mc-stack">${
        id === other &&
        textInput({
          name: 'ten-giay-khac',
          label: say('Tên giấy tờ', 'Name of the paper'),
          value: text(typed, 'ten-giay-khac'),
          error: error('ten-giay-khac'),
          locale,
        })
      }${textInput({
        name: `ly-do-${id}`,
        label: say('Vì sao', 'Why'),
        value: text(typed, `ly-do-${id}`),
        error: error(`ly-do-${id}`),
        list: 'ly-do-giay',
        locale,
      })}</div>`,
    })),
  })}${reasonFields(view, 'ask-supplement', say('Lời nhắn chung', 'What to tell the person'))}${textInput({
    name: 'so-ngay',
    label: say('Thời gian bổ sung', 'Time given'),
    suffix: say('ngày làm việc', 'working days'),
    inputMode: 'numeric',
    width: 's',
    value: text(typed, 'so-ngay') || usualDays,
    error: error('so-ngay'),
    locale,
  })}`;
}

function papersOf(opened: Opened, typed: Typed): Outcome<readonly object[]> {
  const ticked = many(typed, 'giay');
  const papers = askable(opened).filter(({ id }) => ticked.includes(id));
  for (const { id } of papers) {
    if (text(typed, `ly-do-${id}`).trim() === '')
      return refused({ code: 'reason-missing', field: `ly-do-${id}` });
  }
  const named = text(typed, 'ten-giay-khac');
  if (ticked.includes(other) && named.trim() === '')
    return refused({ code: 'title-missing', field: 'ten-giay-khac' });
  return done(
    papers.map(({ id, title }) => ({
      demand: id,
      title: id === other ? named : title,
      reason: text(typed, `ly-do-${id}`),
    })),
  );
}

/** Form 02: each paper with its own reason; the checklist makes the letter. */
export const askSupplement: ActForm = {
  lead: ({ view, say }) =>
    view.state.stage === 'submitted'
      ? say(
          'Khi tiếp nhận chỉ được yêu cầu bổ sung một lần, nên hãy ghi đủ.',
          'At intake papers may be asked for only once, so name them all.',
        )
      : say(
          'Đồng hồ dừng cho đến khi bạn xác nhận giấy tờ đã đủ.',
          'The clock stands until you confirm the papers.',
        ),
  fields,
  input({ opened, typed }) {
    const papers = papersOf(opened, typed);
    if (!papers.ok) return papers;
    return done({ papers: papers.value, reason: reasonOf(typed), days: text(typed, 'so-ngay') });
  },
  controls: { papers: 'giay', reason: 'ly-do', days: 'so-ngay' },
  withPaper: true,
};
