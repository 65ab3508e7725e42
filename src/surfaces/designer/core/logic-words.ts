import {
  type CodeLists,
  type Condition,
  choiceLabel,
  listOf,
  type ProcedureDefinition,
  type Question,
  questionsIn,
} from '#capabilities/forms';
import { inLocale, type Locale } from '#kernel/text';
import { channels } from './options.ts';
import { allQuestions } from './references.ts';
import { type Say, sayIn } from './say.ts';

interface Reading {
  readonly say: Say;
  readonly locale: Locale;
  readonly lists: CodeLists;
  readonly questions: ReadonlyMap<string, Question>;
}

const partNames: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  province: ['tỉnh của', 'province of'],
  commune: ['xã, phường của', 'commune of'],
  detail: ['số nhà, đường của', 'street of'],
};
const facts: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  channel: ['kênh nộp', 'the way of filing'],
  representing: ['nộp cho', 'filed for'],
  case: ['trường hợp', 'the case'],
  relation: ['quan hệ với người được nộp thay', 'relation to the person filed for'],
  today: ['hôm nay', 'today'],
};
const factValues: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  self: ['chính mình', 'oneself'],
  other: ['người khác', 'somebody else'],
  business: ['cơ sở kinh doanh', 'a business'],
};
const pair = (say: Say, words: readonly [string, string] | undefined, or: string): string =>
  words ? say(...words) : or;

/** `«Nơi cư trú»`, `tỉnh của «Nơi cư trú»`; the id itself where no question has it. */
function named({ say, locale, questions }: Reading, key: string): string {
  const [id = '', part] = key.split('.');
  const question = questions.get(id);
  const label = question ? `«${inLocale(question.label, locale)}»` : id;
  return part === undefined ? label : `${pair(say, partNames[part], part)} ${label}`;
}

function valued({ say, locale, lists, questions }: Reading, key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? say('Có', 'Yes') : say('Không', 'No');
  const question = questions.get(key.split('.')[0] ?? '');
  if (typeof value !== 'string' || !question) return String(value);
  const listed = question.options !== undefined || listOf(question) !== undefined;
  const text = listed && !key.includes('.') ? choiceLabel(question, value, lists, locale) : value;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').reverse().join('/') : text;
}

function factValue(reading: Reading, fact: string, value: unknown): string {
  const text = String(value);
  if (fact === 'channel') {
    const found = channels().find((each) => each.value === text);
    if (found) return inLocale(found.text, reading.locale);
  }
  return pair(reading.say, factValues[text], text);
}

const bounds = [
  ['gt', 'lớn hơn', 'over'],
  ['gte', 'từ', 'at least'],
  ['lt', 'nhỏ hơn', 'under'],
  ['lte', 'không quá', 'at most'],
] as const;

function bounded(reading: Reading, key: string, what: string, given: object, unit = ''): string {
  const { say } = reading;
  const parts = bounds.flatMap(([name, vi, en]) => {
    const bound = (given as Readonly<Record<string, unknown>>)[name];
    if (bound === undefined) return [];
    const other =
      typeof bound === 'object' && bound !== null
        ? named(reading, (bound as { readonly q: string }).q)
        : `${valued(reading, key, bound)}${unit}`;
    return [`${say(vi, en)} ${other}${name === 'gte' ? say(' trở lên', '') : ''}`];
  });
  return `${what} ${parts.join(say(' và ', ' and '))}`;
}

function said(reading: Reading, condition: Condition, inside = false): string {
  const { say } = reading;
  const wrap = (text: string) => (inside ? `(${text})` : text);
  if ('all' in condition)
    return wrap(condition.all.map((each) => said(reading, each, true)).join(say(' và ', ' and ')));
  if ('any' in condition)
    return wrap(condition.any.map((each) => said(reading, each, true)).join(say(' hoặc ', ' or ')));
  if ('not' in condition) return `${say('không phải', 'not')} (${said(reading, condition.not)})`;
  if ('feel' in condition) return inFeel(reading, condition);
  const is = say('là', 'is');
  const oneOf = say('là một trong', 'is one of');
  if ('fact' in condition) {
    const { fact } = condition;
    const what = pair(say, facts[fact], `fact.${fact}`);
    return 'is' in condition
      ? `${what} ${is} ${factValue(reading, fact, condition.is)}`
      : `${what} ${oneOf}: ${condition.in.map((each) => factValue(reading, fact, each)).join(', ')}`;
  }
  const { q } = condition;
  const what = named(reading, q);
  if ('is' in condition) return `${what} ${is} ${valued(reading, q, condition.is)}`;
  if ('in' in condition)
    return `${what} ${oneOf}: ${condition.in.map((each) => valued(reading, q, each)).join(', ')}`;
  if ('answered' in condition)
    return condition.answered
      ? `${what} ${say('đã được trả lời', 'is answered')}`
      : `${what} ${say('chưa được trả lời', 'is not answered')}`;
  if ('age' in condition)
    return bounded(reading, q, say(`tuổi theo ${what}`, `the age by ${what}`), condition.age);
  if ('days' in condition)
    return bounded(
      reading,
      q,
      say(`số ngày kể từ ${what}`, `days since ${what}`),
      condition.days,
      say(' ngày', ' days'),
    );
  return bounded(reading, q, what, condition);
}

/** Other FEEL is not turned into a sentence; the questions it looks at are named. */
function inFeel(reading: Reading, condition: { readonly feel: string }): string {
  const names = [...new Set(questionsIn(condition))].map((id) => named(reading, id));
  const { say } = reading;
  return names.length === 0
    ? say('một biểu thức FEEL', 'a FEEL expression')
    : say(
        `một biểu thức FEEL dựa vào ${names.join(', ')}`,
        `a FEEL expression that looks at ${names.join(', ')}`,
      );
}

/** A condition as a sentence that somebody reads who knows no FEEL. @param definition laid out. */
export function conditionInWords(
  condition: Condition,
  definition: Pick<ProcedureDefinition, 'form'>,
  { lists, locale }: { readonly lists: CodeLists; readonly locale: Locale },
): string {
  const questions = new Map(allQuestions(definition.form.pages).map((each) => [each.id, each]));
  return said({ say: sayIn(locale), locale, lists, questions }, condition);
}

/** What a name in an expression stands for: the words of its question, or of the fact. @param definition laid out. */
export function nameInWords(
  name: string,
  definition: Pick<ProcedureDefinition, 'form'>,
  locale: Locale,
): string {
  const question = allQuestions(definition.form.pages).find(({ id }) => id === name);
  if (question) return inLocale(question.label, locale);
  const fact = facts[name];
  if (!fact) return name;
  const words = sayIn(locale)(...fact);
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
