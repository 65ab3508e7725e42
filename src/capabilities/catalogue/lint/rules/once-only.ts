import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import { type Finding, found } from '../finding.ts';

/** What the account of the one who files holds, by the type or the words of a question. */
const held: readonly { readonly source: string; fits(question: Question, words: string): boolean }[] = [
  {
    source: 'person.name',
    fits: ({ format }, words) => format === 'person-name' && !words.includes('khac'),
  },
  { source: 'person.personalNumber', fits: ({ type }) => type === 'personal-number' },
  { source: 'person.phone', fits: ({ type }) => type === 'phone' },
  { source: 'person.email', fits: ({ type }) => type === 'email' },
  { source: 'person.nationality', fits: ({ type }) => type === 'nationality' },
  { source: 'person.ethnicGroup', fits: ({ type }) => type === 'ethnic-group' },
  { source: 'person.birthDate', fits: ({ type }, words) => type === 'date' && words.includes('ngay sinh') },
  { source: 'person.sex', fits: ({ optionsFrom }) => optionsFrom === 'sexes' },
  {
    source: 'person.address',
    fits: ({ type }, words) =>
      type === 'commune-address' && /thuong tru|noi cu tru|dia chi cua ban|noi o hien nay/.test(words),
  },
];
/** Contact and address say where somebody is reached now; the population database cannot know better. */
const fromRegister = new Set(['person.birthDate', 'person.sex', 'person.ethnicGroup', 'person.nationality']);

const sourceOf = (question: Question): string | undefined => {
  const words = foldText(question.label.vi);
  return held.find((each) => each.fits(question, words))?.source;
};
const prefixOf = (id: string): string => /^[a-z]+/.exec(id)?.[0] ?? id;
const isOwn = (question: Question): boolean =>
  question.id.startsWith('nyc') ||
  /(^| )ban( |$)/.test(foldText(question.label.vi).replace(/ban (sao|chinh|an)/g, ''));

const numbersIn = (questions: readonly Question[]): ReadonlySet<string> =>
  new Set(questions.filter(({ type }) => type === 'personal-number').map(({ id }) => prefixOf(id)));

/** The rows of a group are about others than the one who files: only a register could know them. */
function rowFindings({ items = [] }: Question, at: string): readonly Finding[] {
  const numbered = numbersIn(items);
  return items.flatMap((item) => {
    const source = sourceOf(item);
    return source !== undefined && fromRegister.has(source) && numbered.size > 0
      ? [found('once-only-register', `${at}.items.${item.id}`, { source })]
      : [];
  });
}

/** Questions that a register or the person's own record could answer (once-only: nobody is asked what is known). */
export function onceOnlyFindings(definition: ProcedureDefinition): readonly Finding[] {
  const questions = definition.form.pages.flatMap((page) =>
    page.questions.map((question) => ({ question, at: `form.pages.${page.id}.questions.${question.id}` })),
  );
  const numbered = numbersIn(questions.map(({ question }) => question));
  return questions.flatMap(({ question, at }) => {
    if (question.items !== undefined) return rowFindings(question, at);
    const source = sourceOf(question);
    if (source === undefined || question.prefill !== undefined) return [];
    if (isOwn(question)) return [found('once-only-own', at, { source })];
    return fromRegister.has(source) && numbered.has(prefixOf(question.id))
      ? [found('once-only-register', at, { source })]
      : [];
  });
}
