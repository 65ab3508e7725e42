import { z } from 'zod';
import { draftFromNational, type NationalProcedure } from '#capabilities/catalogue';
import { checkDefinition, type DocumentRule, type Page, type ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { sampleJson } from './files.ts';

const chosen = z.array(
  z.strictObject({
    code: z.string(),
    /** English name, written here. */
    en: z.string(),
    /** Key of the department that decides. */
    department: z.string(),
    /** The list names no department of the sample; told from the field. */
    departmentInferred: z.literal(true).optional(),
  }),
);

export type ChosenProcedure = z.output<typeof chosen>[number];

/** The procedures that the ministry of the sample runs, by the codes of the national list. */
export const ministryProcedures = () => chosen.parse(sampleJson('ministry/procedures.json'));

type English = Readonly<Record<string, string>>;
/** English of the names of papers, cases and results, by the Vietnamese, written here. */
const englishNames = (): English =>
  z.record(z.string(), z.string()).parse(sampleJson('ministry/english.json'));

function inEnglish(text: LocalText, english: English): LocalText {
  const en = english[text.vi] ?? text.en;
  // Some names of the list begin with the stop of the one before.
  const vi = text.vi.replace(/^[\s.]+/u, '');
  return { vi: vi.charAt(0).toLocaleUpperCase('vi') + vi.slice(1), ...(en === undefined ? {} : { en }) };
}

/**
 * The papers of the record, in both languages. The form is not that of the sector, so its own request is handed in by
 * everybody, also online.
 */
function papersOf(draft: ProcedureDefinition, english: English): readonly DocumentRule[] {
  return draft.documents.map((rule) => {
    const { if: condition, ...always } = rule;
    const onPaperOnly = condition !== undefined && 'fact' in condition && condition.fact === 'channel';
    return { ...(onPaperOnly ? always : rule), name: inEnglish(rule.name, english) };
  });
}

function formOf(generic: ProcedureDefinition, draft: ProcedureDefinition, english: English) {
  const chooses: readonly Page[] = draft.form.pages
    .filter(({ questions }) => questions.some(({ id }) => id === draft.caseFrom))
    .map((page) => ({
      ...page,
      questions: page.questions.map((question) => ({
        ...question,
        ...(question.options && {
          options: question.options.map((option) => ({
            ...option,
            label: inEnglish(option.label, english),
          })),
        }),
      })),
    }));
  return {
    ...generic.form,
    title: { vi: 'Hồ sơ đề nghị', en: 'The request' },
    pages: [...chooses, ...generic.form.pages],
  };
}

/**
 * A procedure of the ministry as it is filed online: papers, cases, fees, times and results of its record, as a first
 * draft places them; the questions are those of the generic form, and the deciding department that of the list.
 */
export function ministryDefinition(
  generic: ProcedureDefinition,
  national: NationalProcedure,
  { department, en }: ChosenProcedure,
): ProcedureDefinition {
  const english = englishNames();
  const draft = draftFromNational(national).content.definition;
  const definition: ProcedureDefinition = {
    ...generic,
    code: national.code,
    name: { vi: national.name, en },
    competence: { level: 'ministry', department },
    online: { level: 'full', assumed: true },
    subjects: draft.subjects,
    ...(draft.cases && draft.caseFrom
      ? {
          cases: draft.cases.map((each) => ({ ...each, name: inEnglish(each.name, english) })),
          caseFrom: draft.caseFrom,
        }
      : {}),
    time: draft.time,
    // Where the record names a sum and no circular, the decision that announced both.
    fees: draft.fees.map((fee) => ({ ...fee, setBy: 'ministry', basis: fee.basis || national.decision })),
    result: {
      ...generic.result,
      ...draft.result,
      name: inEnglish(draft.result.name, english),
    },
    otherResults: [
      ...(draft.otherResults ?? []).map((each) => ({ ...each, name: inEnglish(each.name, english) })),
      ...(generic.otherResults ?? []),
    ],
    documents: [...papersOf(draft, english), ...generic.documents],
    form: formOf(generic, draft, english),
    workflow: draft.workflow,
    basis: draft.basis.length > 0 ? draft.basis : generic.basis,
    notes: [
      {
        vi: 'Giấy tờ, thời hạn, mức thu theo danh mục quốc gia; tờ khai điện tử và thời gian các bước là giả định.',
        en: 'Papers, times and fees are those of the national list; the e-form and the times of the steps are assumed.',
      },
    ],
  };
  const [fault] = checkDefinition(definition);
  if (fault) throw new Error(`${national.code}: ${fault.at}, ${fault.message}`);
  return definition;
}
