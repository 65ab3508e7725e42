/** What is known of a value without running anything: cost of making it, elements of its longest list, size in all. */
export interface Bound {
  readonly cost: number;
  readonly count: number;
  readonly size: number;
}

type Rule = (args: readonly Bound[]) => Bound;

const sum = (args: readonly Bound[], of: keyof Bound): number =>
  args.reduce((total, arg) => total + arg[of], 0);
const of = (args: readonly Bound[], index: number): Bound => args[index] ?? { cost: 0, count: 0, size: 0 };
/** An untyped call reads all it is given. */
const reading = (args: readonly Bound[]): number => sum(args, 'cost') + 2 + sum(args, 'size') / 20;

const one: Rule = (args) => ({ cost: reading(args), count: 1, size: 1 });
const text =
  (factor: number): Rule =>
  (args) => ({ cost: reading(args) * factor, count: 1, size: sum(args, 'size') * factor + 40 });
const list: Rule = (args) => ({
  cost: reading(args) + sum(args, 'count'),
  count: sum(args, 'count') + args.length,
  size: sum(args, 'size') + args.length,
});
const pieces: Rule = (args) => ({ ...list(args), count: sum(args, 'size') + 1 });
const squared: Rule = (args) => ({ ...list(args), cost: reading(args) + sum(args, 'count') ** 2 });
const perElement: Rule = (args) => {
  const size = (of(args, 0).count + 1) * (sum(args, 'size') + 1);
  return { cost: reading(args) + size / 20, count: sum(args, 'count') + 1, size };
};
const perCharacter: Rule = (args) => {
  const size = (of(args, 0).size + 1) * (of(args, 2).size + 1);
  return { cost: reading(args) + size / 20, count: 1, size };
};
const joined: Rule = (args) => {
  const size = of(args, 0).size + (of(args, 0).count + 1) * of(args, 1).size;
  return { cost: reading(args) + size / 20, count: 1, size };
};

const table: readonly (readonly [Rule, string])[] = [
  [
    one,
    'number|not|string length|contains|matches|starts with|ends with|count|sum|mean|all|any|product|median|stddev|decimal|floor|ceiling|abs|modulo|sqrt|log|exp|odd|even|round up|round down|round half up|round half down|is|before|after|meets|met by|overlaps|overlaps before|overlaps after|finishes|finished by|includes|during|starts|started by|coincides|day of year|day of week|month of year|week of year|date|time|date and time|duration|years and months duration',
  ],
  [text(1), 'substring|lower case|substring before|substring after'],
  [text(3), 'upper case'],
  [text(25), 'string'],
  [perCharacter, 'replace'],
  [joined, 'string join'],
  [pieces, 'split|flatten|get entries'],
  [perElement, 'list replace'],
  [squared, 'list contains|index of|distinct values|union|mode|sort|context merge|context put|context'],
  [list, 'min|max|sublist|append|concatenate|insert before|remove|reverse|list|get value'],
];

const rules = new Map(
  table.flatMap(([rule, names]) => names.split('|').map((name) => [name, rule] as const)),
);

/** Bound of a call of a FEEL function; undefined for a function that we do not know or do not allow. */
export const boundOfCall = (name: string, args: readonly Bound[]): Bound | undefined =>
  rules.get(name)?.(args);
export const isBuiltin = (name: string): boolean => rules.has(name);
