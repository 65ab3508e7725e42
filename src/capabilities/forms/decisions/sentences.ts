import type { LocalText } from '#kernel/text';
import type { DecisionProblem } from './check.ts';

type Details = DecisionProblem['details'];
const say = (vi: string, en: string): LocalText => ({ vi, en });
/** Row 0 is the value where no row hits. */
const where = ({ row = 0, column = '' }: Details): readonly [vi: string, en: string] =>
  row === 0
    ? [`cột «${column}», giá trị mặc định`, `column “${column}”, default value`]
    : [`cột «${column}», dòng ${row}`, `column “${column}”, row ${row}`];

const sentences: Readonly<Record<DecisionProblem['code'], (details: Details) => LocalText>> = {
  'decision-unknown': ({ known = '' }) =>
    say(
      `Không nơi nào hỏi bảng này. Hãy đặt mã là một trong: ${known}.`,
      `Nothing asks this decision. Give it one of these ids: ${known}.`,
    ),
  'decision-input': ({ name = '', facts = '' }) =>
    say(
      `Không có câu hỏi mã «${name}». Hãy dùng mã câu hỏi, hoặc: ${facts}.`,
      `No question has the id “${name}”. Use the id of a question, or: ${facts}.`,
    ),
  'decision-name-clash': ({ name = '' }) =>
    say(
      `«${name}» vừa là mã câu hỏi vừa là dữ kiện. Hãy đổi mã câu hỏi.`,
      `“${name}” is both a question and a fact. Change the id of the question.`,
    ),
  'decision-output': ({ column = '', known = '' }) =>
    say(
      `Cột kết quả «${column}» không được hiểu. Hãy dùng: ${known}.`,
      `The output column “${column}” is not understood. Use: ${known}.`,
    ),
  'decision-output-missing': ({ column = '' }) =>
    say(`Bảng còn thiếu cột kết quả «${column}».`, `The table lacks the output column “${column}”.`),
  'decision-output-type': ({ column = '', type = '', given = '' }) =>
    say(
      `Cột «${column}» phải là kiểu ${type}, đang ghi ${given}.`,
      `Column “${column}” must be of type ${type}, not ${given}.`,
    ),
  'decision-value': (details) => {
    const [there, place] = where(details);
    const { value = '', known = '' } = details;
    return say(
      `Giá trị ${value} không dùng được ở ${there}. Hãy dùng: ${known}.`,
      `The value ${value} cannot stand in ${place}. Use: ${known}.`,
    );
  },
  'decision-silent': ({ id = '' }) =>
    say(
      `Không dòng nào nói tới «${id}», nên không bao giờ đòi.`,
      `No row speaks of “${id}”, so it is never asked for.`,
    ),
};

/** What is wrong, and how to mend it. */
export const decisionProblemText = ({ code, details }: DecisionProblem): LocalText =>
  sentences[code](details);
