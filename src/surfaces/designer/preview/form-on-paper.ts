import {
  type Answers,
  answerInWords,
  asksNothing,
  type CodeLists,
  type Facts,
  openQuestions,
  type Page,
  type ProcedureDefinition,
  type Question,
  reachablePages,
  repeats,
} from '#capabilities/forms';
import type { PaperBlock, PaperDeclaration, PaperTemplate, PaperValues } from '#capabilities/papers';
import type { PlainDate } from '#kernel/time';

/** A form to be printed: who fills it in with a pen, and who has answered it already. */
export interface FormOnPaper {
  readonly template: PaperTemplate;
  readonly values: PaperValues;
}
export interface Printed {
  readonly answers: Answers;
  readonly facts: Facts;
  readonly lists: CodeLists;
  /** Dots for the pen instead of answers, and every question whatever its condition. */
  readonly blank: boolean;
  /** Where and when it is signed. */
  readonly place: string;
  readonly today: PlainDate;
}

type Placeholders = Record<string, PaperDeclaration>;
const tick = '□ ';
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/**
 * The electronic form in the manner of a printed one: nation and motto, title, the questions by their pages, the declaration and the
 * place to sign. @param definition laid out.
 */
export function formOnPaper(definition: ProcedureDefinition, printed: Printed): FormOnPaper {
  const { form } = definition;
  const { answers, facts, blank, place, today } = printed;
  const placeholders: Placeholders = {
    place: { type: 'text', label: 'Nơi làm tờ khai' },
    day: { type: 'date', label: 'Ngày làm tờ khai' },
  };
  const values: Record<string, PaperValues[string]> = { place, day: today };
  const pages = blank ? form.pages : reachablePages(form, answers, facts);
  const blocks: PaperBlock[] = [
    { kind: 'paragraph', text: '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**', align: 'center' },
    { kind: 'paragraph', text: '**Độc lập - Tự do - Hạnh phúc**', align: 'center' },
    {
      kind: 'heading',
      text: safe(form.title.vi || definition.name.vi || definition.code).toLocaleUpperCase('vi'),
    },
    ...pages.flatMap((page, index) =>
      onePage(page, roman[index] ?? String(index + 1), { ...printed, placeholders, values }),
    ),
    {
      kind: 'paragraph',
      text: blank ? '……………, ngày …… tháng …… năm ………' : '{{place}}, {{day|long}}',
      align: 'right',
    },
    { kind: 'signatures', cells: [{ capacity: ['NGƯỜI YÊU CẦU'], hint: '(Ký, ghi rõ họ, chữ đệm, tên)' }] },
  ];
  if (blank) {
    delete placeholders['place'];
    delete placeholders['day'];
  }
  return {
    template: {
      id: 'to-khai',
      version: 1,
      title: form.title.vi || definition.code,
      source: definition.code,
      size: 12,
      placeholders,
      blocks,
    },
    values,
  };
}

interface Filling extends Printed {
  readonly placeholders: Placeholders;
  readonly values: Record<string, PaperValues[string]>;
}

function onePage(page: Page, number: string, filling: Filling): readonly PaperBlock[] {
  const { answers, facts, blank } = filling;
  const questions = blank ? page.questions : openQuestions(page, answers, facts);
  let section = '';
  const blocks = questions.flatMap((question): readonly PaperBlock[] => {
    const { id = '', title } = question.section ?? {};
    const heading: readonly PaperBlock[] =
      title && id !== section ? [{ kind: 'paragraph', text: `**${safe(title.vi)}**` }] : [];
    section = id;
    return [...heading, ...oneQuestion(question, filling)];
  });
  return [{ kind: 'paragraph', text: `**${number}. ${safe(page.title.vi)}**` }, ...blocks];
}

function oneQuestion(question: Question, filling: Filling): readonly PaperBlock[] {
  const { answers, lists, blank, placeholders, values } = filling;
  const { type, options } = question;
  const label = safe(question.label.vi).replace(/[?:.]$/, '');
  const sentence = safe(question.label.vi);
  if (asksNothing(question)) return type === 'signature' ? [] : [{ kind: 'note', text: sentence }];
  if (type === 'declaration') return [{ kind: 'paragraph', text: `${blank ? tick : ''}${sentence}` }];
  if (repeats(question)) return [{ kind: 'paragraph', text: `${label}:` }, rowsOf(question, filling)];
  if (blank && options && (type === 'choice' || type === 'choices') && options.length <= 8)
    return [
      {
        kind: 'paragraph',
        text: `${label}: ${options.map((each) => tick + safe(each.label.vi)).join('   ')}`,
      },
    ];
  if (blank && type === 'yes-no') return [{ kind: 'paragraph', text: `${label}: ${tick}Có   ${tick}Không` }];
  const name = `a${Object.keys(placeholders).length}`;
  placeholders[name] = { type: 'text', label, optional: true };
  const value = answers[question.id];
  if (!blank && value !== undefined) values[name] = answerInWords(question, value, 'vi', lists);
  return [{ kind: 'fields', items: [{ label, value: `{{${name}}}` }] }];
}

/** Rows of the same questions as a table; empty rows for the pen. */
function rowsOf(question: Question, { answers, lists, blank, placeholders, values }: Filling): PaperBlock {
  const items = (question.items ?? []).slice(0, 8);
  const name = `a${Object.keys(placeholders).length}`;
  const columns = items.map((item, index) => ({ item, key: `c${index + 1}` }));
  placeholders[name] = {
    type: 'rows',
    label: safe(question.label.vi),
    columns: Object.fromEntries(
      columns.map(({ item, key }) => [key, { type: 'text', label: safe(item.label.vi), optional: true }]),
    ),
  };
  const given = answers[question.id];
  const rows = blank || !Array.isArray(given) ? [] : (given as readonly Answers[]);
  const empty = blank ? Math.min(question.max ?? 3, 3) : 0;
  values[name] = [
    ...rows.map((row) =>
      Object.fromEntries(
        columns.flatMap(({ item, key }) => {
          const value = row[item.id];
          return value === undefined ? [] : [[key, answerInWords(item, value, 'vi', lists)]];
        }),
      ),
    ),
    ...Array.from({ length: empty }, () => ({ c1: ' ' })),
  ];
  return {
    kind: 'table',
    rows: name,
    size: 11,
    columns: [
      { title: 'STT', value: '{{#}}', width: 8 },
      ...columns.map(({ item, key }) => ({
        title: safe(item.label.vi),
        value: `{{${key}}}`,
        width: 92 / Math.max(columns.length, 1),
      })),
    ],
  };
}

/** Braces and stars of a label are letters, not marks of the template. */
const safe = (text: string): string => text.replaceAll('{{', '{ {').replaceAll('**', '* *') || '…';
