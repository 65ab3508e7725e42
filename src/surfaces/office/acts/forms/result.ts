import { resultFor, showsDraft } from '#capabilities/dossiers';
import { certifiedBy } from '#capabilities/forms';
import { details, radios, textarea, textInput } from '#design';
import { done, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { type Hole, html } from '#platform/html';
import { resultCard } from '../../dossier/matters.view.ts';
import type { Opened } from '../../dossier/open.ts';
import { issueInput, nextNumber } from '../../signing/index.ts';
import { type ActForm, type FormView, type Typed, text } from '../act-form.ts';

/** Room for facts that the form did not ask. */
const ownLines = [1, 2, 3] as const;
const longestLabel = 80;

export interface Fact {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/**
 * What the paper states: the answers that the definition names, in its order, and nobody else's. Labels are unique, for
 * they are what the paper is drawn from.
 */
export function factsOf({ view }: Pick<Opened, 'view'>): readonly Fact[] {
  const named = certifiedBy(view.rules.definition, resultFor(view.rules, 'granted'));
  if (named === undefined) return ownerOf(view);
  const answered = view.forms[0]?.words ?? [];
  const words = named.flatMap((id) => answered.filter(({ questionId }) => questionId === id));
  const times = Map.groupBy(words, ({ question }) => question);
  return words.map(({ questionId, question, page, answer }) => ({
    field: questionId,
    label: ((times.get(question)?.length ?? 0) > 1 ? `${page}: ${question}` : question).slice(
      0,
      longestLabel,
    ),
    value: answer,
  }));
}

/** Without a word from the definition: whose dossier it is, never who carried it here. */
function ownerOf({ dossier: { applicant } }: Opened['view']): readonly Fact[] {
  const said = (value: unknown): string => (typeof value === 'string' ? value : '');
  const represented = applicant['represented'] as Readonly<Record<string, unknown>> | undefined;
  const born = said(applicant['birthDate']);
  const facts = represented
    ? [
        ['name', 'Họ và tên', said(represented['name'])],
        ['number', 'Số định danh', said(represented['number'])],
      ]
    : [
        ['name', 'Họ và tên', said(applicant['name'])],
        ['born', 'Ngày sinh', isPlainDate(born) ? formatDate(born) : born],
        ['number', 'Số định danh', said(applicant['personalNumber'])],
      ];
  return facts.flatMap(([field = '', label = '', value = '']) => (value ? [{ field, label, value }] : []));
}

/** The last draft that was sent back is where the next begins: nobody types it twice. */
function lastDraft({ view }: Opened) {
  const act = view.acts.findLast((each) => each.kind === 'result-drafted');
  return act?.kind === 'result-drafted' ? act.payload : undefined;
}

function draftFields({ opened, typed, error }: FormView): Hole {
  const { say, locale, view } = opened;
  const before = lastDraft(opened);
  const fresh = !('ten' in typed);
  const granted = resultFor(view.rules, 'granted')?.name.vi ?? '';
  const valueOf = ({ field, label, value }: Fact) =>
    fresh ? (before?.content[label] ?? value) : text(typed, `nd-${field}`);
  return html`${radios({
    name: 'quyet-dinh',
    label: say('Quyết định', 'Decision'),
    inline: true,
    value: text(typed, 'quyet-dinh') || (before?.outcome ?? 'granted'),
    error: error('quyet-dinh'),
    options: [
      { value: 'granted', text: say('Giải quyết theo yêu cầu', 'Grant') },
      { value: 'refused', text: say('Từ chối giải quyết', 'Refuse') },
    ],
    locale,
  })}${textInput({
    name: 'ten',
    label: say('Tên văn bản kết quả', 'Name of the result'),
    value: fresh ? (before?.title ?? granted) : text(typed, 'ten'),
    error: error('ten'),
    locale,
  })}${textarea({
    name: 'ly-do-tu-choi',
    label: say('Lý do, khi từ chối', 'Reason, when refused'),
    value: fresh ? before?.content[refusalLabel] : text(typed, 'ly-do-tu-choi'),
    error: error('ly-do-tu-choi'),
    rows: 3,
    required: false,
    locale,
  })}<h2>${say('Nội dung, lấy từ tờ khai', 'Content, from the form')}</h2><p class="mc-quiet">${say(
    'Sửa cho đúng giấy tờ gốc. Để trống dòng nào thì văn bản không có dòng đó.',
    'Correct it by the original papers. An empty line is left out.',
  )}</p>${factsOf(opened).map((fact) =>
    textInput({ name: `nd-${fact.field}`, label: fact.label, value: valueOf(fact), locale }),
  )}${ownLinesOf(opened, typed)}`;
}

function ownLinesOf({ say, locale }: Opened, typed: Typed): Hole {
  const field = (name: string, label: string) =>
    textInput({ name, label, value: text(typed, name), required: false, locale });
  return details({
    summary: say('Thêm dòng không có trong tờ khai', 'Add lines that the form has not'),
    open: ownLines.some((n) => text(typed, `them-${n}`) !== ''),
    content: html`<div class="mc-stack">${ownLines.map((n) => [
      field(`them-ten-${n}`, say(`Dòng thêm ${n}: tên`, `Line ${n}: label`)),
      field(`them-${n}`, say(`Dòng thêm ${n}: nội dung`, `Line ${n}: content`)),
    ])}</div>`,
  });
}

const refusalLabel = 'Lý do từ chối';

function contentOf(opened: Opened, typed: Typed): Readonly<Record<string, string>> {
  const said = factsOf(opened).map(({ field, label }) => [label, text(typed, `nd-${field}`)] as const);
  const own = ownLines.map((n) => [text(typed, `them-ten-${n}`), text(typed, `them-${n}`)] as const);
  return Object.fromEntries(
    [...said, ...own]
      .map(([label, value]) => [cleanText(label).slice(0, longestLabel), cleanText(value)] as const)
      .filter(([label, value]) => label !== '' && value !== ''),
  );
}

export const draftResult: ActForm = {
  lead: ({ view, say }) =>
    showsDraft(view.rules, view.state.channel, 'granted')
      ? say(
          'Người nộp xem dự thảo trong một ngày làm việc; im lặng là đồng ý.',
          'The person reads the draft for one working day; silence is consent.',
        )
      : say('Người ký duyệt phải là người khác.', 'Somebody else has to approve it.'),
  fields: draftFields,
  input({ opened, typed }) {
    const outcome = text(typed, 'quyet-dinh');
    if (outcome !== 'granted' && outcome !== 'refused')
      return refused({ code: 'outcome-missing', field: 'quyet-dinh' });
    const reason = cleanText(text(typed, 'ly-do-tu-choi'));
    if (outcome === 'refused' && reason === '')
      return refused({ code: 'reason-missing', field: 'ly-do-tu-choi' });
    const title = text(typed, 'ten');
    const content =
      outcome === 'refused'
        ? { [refusalLabel]: reason, ...contentOf(opened, typed) }
        : contentOf(opened, typed);
    return done({ outcome, title, content });
  },
  controls: { outcome: 'quyet-dinh', title: 'ten' },
  withPaper: true,
};

export const issue: ActForm = {
  lead: ({ say }) =>
    say(
      'Kết quả được vào sổ, có số, và chuyển về nơi trả.',
      'The result enters the book, gets its number and goes to the place of return.',
    ),
  fields: ({ opened, typed, error }) =>
    html`${resultCard(opened)}${textInput({
      name: 'so',
      label: opened.say('Số, ký hiệu', 'Number'),
      hint: opened.say(
        'Để trống thì lấy số tiếp theo trong sổ kết quả của năm.',
        'Left empty, it takes the next number in this year’s book.',
      ),
      value: text(typed, 'so'),
      error: error('so'),
      width: 'l',
      required: false,
      locale: opened.locale,
    })}`,
  input({ ctx, doors, opened: { view, task, now }, typed }) {
    const given = cleanText(text(typed, 'so'));
    return issueInput(ctx, doors, { view, task: task?.id }, async () =>
      given !== '' ? given : nextNumber(doors, view.state.competent, now),
    );
  },
  controls: { number: 'so' },
  withPaper: true,
};
