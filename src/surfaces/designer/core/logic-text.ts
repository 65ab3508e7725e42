import type { Condition } from '#capabilities/forms';

const literal = (value: unknown): string =>
  typeof value === 'string' ? `"${value.replace(/["\\]/g, (mark) => `\\${mark}`)}"` : String(value);

const signs = [
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
] as const;

/** Every bound that is given, joined: `a >= 3 and a < 5`. */
function bounds(measured: string, given: Readonly<Record<string, unknown>>): string {
  const parts = signs.flatMap(([name, sign]) => {
    const bound = given[name];
    if (bound === undefined) return [];
    const other =
      typeof bound === 'object' && bound !== null ? String((bound as { q: string }).q) : literal(bound);
    return [`${measured} ${sign} ${other}`];
  });
  return parts.join(' and ');
}

const isCompound = (condition: Condition): boolean =>
  'feel' in condition ||
  ('all' in condition && condition.all.length > 1) ||
  ('any' in condition && condition.any.length > 1);
const inner = (condition: Condition): string =>
  isCompound(condition) ? `(${logicText(condition)})` : logicText(condition);

/** A condition as the line of FEEL that an administrator reads and types. */
export function logicText(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  if ('feel' in condition) return condition.feel;
  if ('all' in condition) return condition.all.map(inner).join(' and ');
  if ('any' in condition) return condition.any.map(anyPart).join(' or ');
  if ('not' in condition) return `not(${logicText(condition.not)})`;
  const name = 'fact' in condition ? `fact.${condition.fact}` : condition.q;
  if ('is' in condition) return `${name} = ${literal(condition.is)}`;
  if ('in' in condition) return `${name} in (${condition.in.map(literal).join(', ')})`;
  if ('answered' in condition) return `${name} ${condition.answered ? '!=' : '='} null`;
  if ('age' in condition) return bounds(`age on(${name}, fact.today)`, { ...condition.age });
  if ('days' in condition) return bounds(`days since(${name}, fact.today)`, { ...condition.days });
  return bounds(name, { ...condition });
}

/** Two bounds of one question are joined by `and`, which binds closer; the parentheses are for the reader. */
const anyPart = (condition: Condition): string => {
  const text = inner(condition);
  return !isCompound(condition) && text.includes(' and ') ? `(${text})` : text;
};
