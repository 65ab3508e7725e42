import {
  type AnswerValue,
  type Condition,
  createCodeLists,
  type FactValue,
  listOf,
  type Question,
  questionsIn,
} from '#capabilities/forms';
import { dateOfDayNumber, dayNumberOf } from '#kernel/time';

type Literal = string | number | boolean;
const lists = createCodeLists();
const limits = ['gt', 'gte', 'lt', 'lte'] as const;

/** What the definition compares one key with: values, and bounds of a number, an age or a count of days. */
export interface Compared {
  readonly values: readonly Literal[];
  readonly bounds: readonly (number | string)[];
  readonly ages: readonly number[];
  readonly days: readonly number[];
}

const boundsIn = (part: unknown): readonly (number | string)[] =>
  typeof part !== 'object' || part === null
    ? []
    : limits.flatMap((limit) => {
        const bound = (part as Readonly<Record<string, unknown>>)[limit];
        return typeof bound === 'number' || typeof bound === 'string' ? [bound] : [];
      });
const numbersIn = (part: unknown): readonly number[] =>
  boundsIn(part).filter((each) => typeof each === 'number');

function valuesIn(atom: Condition): readonly Literal[] {
  if ('is' in atom) return [atom.is];
  return 'in' in atom ? atom.in : [];
}

const nothing: Compared = { values: [], bounds: [], ages: [], days: [] };

/** An expression may do anything with its literals: each is tried as a value, a bound, an age and a count of days. */
function literalsIn(feel: string): Compared {
  const texts = [...feel.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  const numbers = [...feel.replace(/"[^"]*"/g, '').matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(Number);
  return { values: texts, bounds: [...numbers, ...texts], ages: numbers, days: numbers };
}

/** By key (`q` with its part of an address, or `fact:` and its name). */
export function comparedBy(atoms: readonly Condition[]): ReadonlyMap<string, Compared> {
  const by = new Map<string, Compared>();
  const note = (key: string, more: Compared) => {
    const before = by.get(key) ?? nothing;
    by.set(key, {
      values: [...before.values, ...more.values],
      bounds: [...before.bounds, ...more.bounds],
      ages: [...before.ages, ...more.ages],
      days: [...before.days, ...more.days],
    });
  };
  for (const atom of atoms) {
    if ('feel' in atom) {
      const facts = [...atom.feel.matchAll(/\bfact\.(\w+)/g)].map((match) => `fact:${match[1]}`);
      for (const name of [...questionsIn(atom), ...facts]) note(name, literalsIn(atom.feel));
      continue;
    }
    const key = 'q' in atom ? atom.q : 'fact' in atom ? `fact:${atom.fact}` : undefined;
    if (key === undefined) continue;
    note(key, {
      values: valuesIn(atom),
      bounds: boundsIn(atom),
      ages: numbersIn('age' in atom ? atom.age : undefined),
      days: numbersIn('days' in atom ? atom.days : undefined),
    });
  }
  return by;
}

function dates(question: Question, compared: Compared, today: string): readonly string[] {
  const now = dayNumberOf(today) ?? 0;
  const around = (day: number) => [day - 1, day, day + 1];
  const birthdays = compared.ages.flatMap((age) =>
    around(
      dayNumberOf(`${Number(today.slice(0, 4)) - age}${today.slice(4)}`) ?? now - Math.round(age * 365.25),
    ),
  );
  const fixed = compared.bounds.flatMap((bound) =>
    around((typeof bound === 'string' ? dayNumberOf(bound.padEnd(10, '-01')) : undefined) ?? now),
  );
  const ago = [-400, 0, 1, 10, 400, 8000, 15_000, 26_000, ...compared.days.flatMap(around)].map(
    (days) => now - days,
  );
  const fits = (day: number): boolean => {
    if (question.rule === 'past') return day < now;
    if (question.rule === 'future') return day > now;
    if (question.rule === 'adult') return day <= now - 6575;
    return question.rule !== 'not-future' || day <= now;
  };
  return [...new Set([...ago, ...birthdays, ...fixed])].filter(fits).map(dateOfDayNumber);
}

function numbers(question: Question, compared: Compared): readonly number[] {
  const least = question.min ?? 0;
  const bounds = compared.bounds.filter((bound) => typeof bound === 'number');
  const values = compared.values.filter((value) => typeof value === 'number');
  return [
    ...new Set([
      least,
      least + 1,
      question.max ?? least + 100,
      ...values,
      ...bounds.flatMap((n) => [n - 1, n, n + 1]),
    ]),
  ].filter((n) => n >= least && n <= (question.max ?? Number.POSITIVE_INFINITY));
}

function addresses(question: Question, by: ReadonlyMap<string, Compared>): readonly AnswerValue[] {
  const named = (part: string) => (by.get(`${question.id}.${part}`) ?? nothing).values.map(String);
  return [...named('province'), '91'].flatMap((province) =>
    [...named('commune'), '30316'].map((commune) => ({ province, commune, detail: 'Ấp 1' })),
  );
}

function listed(question: Question, compared: Compared): readonly string[] {
  if (question.options) return question.options.map((option) => option.value);
  const items = lists.items(listOf(question) ?? '')?.map((item) => item.value);
  const strings = compared.values.filter((value) => typeof value === 'string');
  // Places come from the instance: any code may be one.
  if (items === undefined) return [...strings, '30316'];
  return [...new Set([...strings.filter((value) => items.includes(value)), ...items.slice(0, 3)])];
}

/** Answers worth trying: on both sides of everything the definition compares this question with. */
export function candidatesFor(
  question: Question,
  by: ReadonlyMap<string, Compared>,
  today: string,
): readonly AnswerValue[] {
  const compared = by.get(question.id) ?? nothing;
  switch (question.type) {
    case 'explanation':
    case 'signature':
    case 'calculated':
    case 'group':
    case 'table':
      return [];
    case 'declaration':
      return [true];
    case 'yes-no':
      return [true, false];
    case 'choice':
    case 'search-choice':
    case 'nationality':
    case 'ethnic-group':
      return listed(question, compared);
    case 'choices': {
      const values = listed(question, compared);
      return [...values.map((value) => [value]), values.slice(0, question.max ?? values.length)];
    }
    case 'number':
    case 'money':
      return numbers(question, compared);
    case 'date':
      return dates(question, compared, today);
    case 'commune-address':
    case 'old-address':
      return addresses(question, by);
    default:
      return [...compared.values.filter((value) => typeof value === 'string'), 'x'];
  }
}

const known: Readonly<Record<string, readonly FactValue[]>> = {
  channel: ['online', 'direct', 'post'],
  representing: ['self', 'other', 'business'],
};

/** Facts worth trying; lists of grants and registers are empty or hold what is asked for. */
export function factCandidates(
  by: ReadonlyMap<string, Compared>,
  today: string,
): Readonly<Record<string, readonly FactValue[]>> {
  const facts: Record<string, readonly FactValue[]> = { ...known, today: [today] };
  for (const [key, compared] of by) {
    const name = key.startsWith('fact:') ? key.slice(5) : undefined;
    if (name === undefined || facts[name] !== undefined) continue;
    facts[name] =
      name === 'registers' || name === 'exemptions'
        ? [[], ...compared.values.map((value) => [String(value)])]
        : [...compared.values, 'khac'];
  }
  return facts;
}
