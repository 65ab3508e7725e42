import { type DmnModel, readDmn } from '#capabilities/rules';

type Element = Readonly<Record<string, unknown>>;
export type Side = 'input' | 'output';

/** A column as it is written; absent is an empty text. */
export interface SaidColumn {
  readonly id: string;
  readonly name: string;
  readonly said: Readonly<Record<'label' | 'text' | 'type' | 'values' | 'otherwise', string>>;
}
export interface SaidRow {
  readonly id: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly note: string;
}
export interface SaidTable {
  /** Words of the standard: `UNIQUE`, `COLLECT SUM`. */
  readonly policy: string;
  readonly input: readonly SaidColumn[];
  readonly output: readonly SaidColumn[];
  readonly rows: readonly SaidRow[];
}
/** A decision, an input, a knowledge model or a type of a file of tables. */
export interface SaidPart {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly table: SaidTable | undefined;
  /** Text of a literal expression. */
  readonly expression: string | undefined;
  /** All else that it says, without ids and drawing. */
  readonly rest: unknown;
}

/** A table of 400 rows is 60 kB and takes 20 ms; larger files are not read on the serving thread for a comparison. */
const mostLetters = 200_000;

/** What a file of decision tables says; undefined for one that cannot be read, or not quickly. */
export async function saidIn(xml: string): Promise<readonly SaidPart[] | undefined> {
  if (xml.length > mostLetters) return undefined;
  const model = await readDmn(xml);
  return model.ok ? partsOf(model.value) : undefined;
}

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
const list = (of: Element | undefined, key: string): readonly Element[] => {
  const value = of?.[key];
  return Array.isArray(value) ? value.filter(isElement) : [];
};
const child = (of: Element | undefined, key: string): Element | undefined => {
  const value = of?.[key];
  return isElement(value) ? value : undefined;
};
const word = (of: Element | undefined, key: string): string => {
  const value = of?.[key];
  return typeof value === 'string' ? value.trim() : '';
};
const kindOf = (of: Element | undefined): string => word(of, '$type').replace(/^.*:/, '');

/** Text of a cell; another language than FEEL is part of what it says. */
const textOf = (of: Element | undefined): string =>
  [word(of, 'text'), word(of, 'expressionLanguage') && `[${word(of, 'expressionLanguage')}]`]
    .filter(Boolean)
    .join(' ');

function partsOf({ definitions }: DmnModel): readonly SaidPart[] {
  return [...list(definitions, 'drgElement'), ...list(definitions, 'itemDefinition')].map((element) => {
    const logic = child(element, 'decisionLogic');
    const isTable = kindOf(logic) === 'DecisionTable';
    const isLiteral = kindOf(logic) === 'LiteralExpression';
    const id = word(element, 'id');
    return {
      kind: kindOf(element),
      id,
      name: word(element, 'name') || id,
      table: logic && isTable ? tableOf(logic) : undefined,
      expression: isLiteral ? textOf(logic) : undefined,
      rest: [
        rest(element, isTable || isLiteral ? ['name', 'decisionLogic'] : ['name']),
        isTable && rest(logic, ['hitPolicy', 'aggregation', 'input', 'output', 'rule']),
        isLiteral && rest(logic, ['text', 'expressionLanguage']),
      ],
    };
  });
}

const drawn = new Set(['id', 'extensionElements', 'preferredOrientation']);

/** A value without ids, drawing and what is told apart. */
function rest(value: unknown, apart: readonly string[] = []): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map((each) => rest(each));
  if (!isElement(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !drawn.has(key) && !apart.includes(key))
      .map(([key, inner]) => [key, rest(inner)]),
  );
}

function tableOf(table: Element): SaidTable {
  return {
    policy: [word(table, 'hitPolicy') || 'UNIQUE', word(table, 'aggregation')].filter(Boolean).join(' '),
    input: list(table, 'input').map((column) => {
      const expression = child(column, 'inputExpression');
      return columnOf(column, {
        text: textOf(expression),
        type: word(expression, 'typeRef'),
        values: textOf(child(column, 'inputValues')),
        otherwise: '',
      });
    }),
    output: list(table, 'output').map((column) =>
      columnOf(column, {
        text: word(column, 'name'),
        type: word(column, 'typeRef'),
        values: textOf(child(column, 'outputValues')),
        otherwise: textOf(child(column, 'defaultOutputEntry')),
      }),
    ),
    rows: list(table, 'rule').map((rule) => ({
      id: word(rule, 'id'),
      input: list(rule, 'inputEntry').map((cell) => textOf(cell) || '-'),
      output: list(rule, 'outputEntry').map(textOf),
      note: [word(rule, 'description'), ...list(rule, 'annotationEntry').map((cell) => word(cell, 'text'))]
        .filter(Boolean)
        .join('; '),
    })),
  };
}

const columnOf = (column: Element, said: Omit<SaidColumn['said'], 'label'>): SaidColumn => ({
  id: word(column, 'id'),
  name: word(column, 'label') || said.text,
  said: { label: word(column, 'label'), ...said },
});
