import { checkDefinition, type DefinitionProblem, type ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { laidOut } from './laid-out.ts';
import { isNode, itemAt } from './paths.ts';

/** What keeps a form from being used, in words, by the path of lint: ids instead of places. */
export interface FormProblem {
  readonly at: string;
  readonly text: LocalText;
}
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** By what the check says, or by the end of the path where the shape is meant. */
const sentences: readonly (readonly [match: RegExp, text: LocalText])[] = [
  [/options$/, say('Cần ít nhất hai lựa chọn.', 'At least two choices are needed.')],
  [/items$/, say('Nhóm cần từ 1 đến 20 câu hỏi bên trong.', 'A group holds 1 to 20 questions.')],
  [
    /questions$/,
    say('Cần ít nhất một câu hỏi, nhiều nhất 60 câu.', 'At least one question is needed, 60 at most.'),
  ],
  [/parts$/, say('Hãy chọn ít nhất một điều để hỏi.', 'Choose at least one thing to ask.')],
  [
    /either options or optionsFrom/,
    say('Hãy ghi các lựa chọn hoặc chọn một danh mục, không cả hai.', 'Give choices or a list, not both.'),
  ],
  [/two options have one value/, say('Hai lựa chọn mang cùng một mã.', 'Two choices have one value.')],
  [/document belongs/, say('Hãy chọn đây là giấy tờ nào.', 'Say which document it is.')],
  [
    /needs a patternHint/,
    say('Hãy ghi câu báo khi sai mẫu chữ.', 'Write what is said when the pattern does not fit.'),
  ],
  [
    /no regular expression|pattern$/,
    say('Mẫu chữ chưa dùng được; hãy viết đơn giản hơn.', 'The pattern cannot be used; write a simpler one.'),
  ],
  [
    /no document .* to be submitted/,
    say('Hãy chọn một giấy tờ phải nộp ở mục Giấy tờ.', 'Choose a document that is handed in.'),
  ],
  [/min is over max/, say('Số nhỏ nhất lớn hơn số lớn nhất.', 'The least is over the most.')],
  [/needs a max of rows/, say('Hãy ghi số dòng nhiều nhất.', 'Say how many rows there may be.')],
  [
    /is a word of FEEL/,
    say('Mã này là từ khóa của FEEL; hãy đổi mã khác.', 'The id is a word of FEEL; change it.'),
  ],
  [
    /no FEEL expression/,
    say('Điều kiện hoặc công thức chưa chạy được.', 'A condition or formula cannot be run.'),
  ],
  [/unknown block/, say('Khối này không còn; hãy chọn khối khác.', 'The block is gone; choose another.')],
  [/contains itself/, say('Khối không được chứa chính nó.', 'A block cannot contain itself.')],
  [/does not fit into a table/, say('Loại câu hỏi này không vừa một ô của bảng.', 'It does not fit a cell.')],
  [/column of a table/, say('Cột của bảng không có điều kiện.', 'A column of a table has no condition.')],
];
const worded = ({ at, message }: DefinitionProblem): LocalText =>
  sentences.find(([match]) => match.test(message) || match.test(at))?.[1] ??
  say(`Chưa dùng được: ${message}.`, `It cannot be used: ${message}.`);

/** `form.pages.0.questions.2.options` → `form.pages.nguoiNop.questions.quanHe.options` */
function byIds(definition: ProcedureDefinition, at: string): string {
  const steps = at.split('.');
  if (steps.length === 2) return ofQuestion(definition, steps[1] ?? '') ?? at;
  return steps
    .map((step, index) => {
      if (!/^\d+$/.test(step)) return step;
      const part = itemAt(definition, steps.slice(0, index + 1).join('.'));
      return isNode(part) && 'id' in part && typeof part.id === 'string' ? part.id : step;
    })
    .join('.');
}

/** `form.anh` → `form.pages.nguoiNop.questions.anh` */
function ofQuestion(definition: ProcedureDefinition, id: string): string | undefined {
  const page = laidOut(definition).form.pages.find(({ questions }) =>
    questions.some((question) => question.id === id),
  );
  return page && `form.pages.${page.id}.questions.${id}`;
}

/** Everything that would be refused of form and blocks, whatever is still missing of the other parts. */
export function formProblems(definition: ProcedureDefinition): readonly FormProblem[] {
  const { form, blocks, documents } = definition;
  const alone = { ...whole, ...(blocks ? { blocks } : {}), form, documents };
  return checkDefinition(inBothLanguages(alone))
    .filter(({ at }) => at.startsWith('form.') || at.startsWith('blocks.'))
    .map((problem) => ({ at: byIds(definition, problem.at), text: worded(problem) }));
}

/** A text that lacks its English is lint's to tell: here it stands in for itself, so that it hides nothing else. */
function inBothLanguages<T>(part: T): T {
  if (Array.isArray(part)) return part.map((each) => inBothLanguages(each)) as T;
  if (typeof part !== 'object' || part === null) return part;
  if ('vi' in part && typeof part.vi === 'string') return say('x', 'x') as T;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, inBothLanguages(each)])) as T;
}

const ofAny = 'generic';

/** Parts beside the form with which nothing is wrong. */
const whole = {
  code: ofAny,
  version: 1,
  validFrom: '2026-01-01',
  name: say('x', 'x'),
  competence: { level: 'commune' },
  assurance: { identityPendingAllowed: false },
  online: { level: 'none' },
  subjects: ['citizen'],
  representation: { allowed: false },
  time: [],
  fees: [],
  result: { code: 'local', name: say('x', 'x') },
  eligibility: [],
  workflow: {
    steps: [
      {
        id: 'x',
        name: say('x', 'x'),
        place: 'receiver',
        role: 'specialist',
        does: 'receive',
        budget: { value: 1, unit: 'hour' },
      },
    ],
  },
  forms: { receipt: '01', supplement: '02', refusal: '03' },
  lifeEvents: [],
  basis: ['x'],
};
