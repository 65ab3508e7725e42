import { type HitPolicy, hitPolicyOf } from './hit-policies.ts';
import { kindOf, many, nameOf, one, word } from './parts.ts';
import type { DmnModel } from './read.ts';

interface ColumnText {
  readonly label: string;
  /** Expression of an input, name of an output. */
  readonly text: string;
  readonly type: string | undefined;
  /** Values it may take, as FEEL. */
  readonly values: string | undefined;
  /** Of an output: what it is where no row hits. */
  readonly otherwise: string | undefined;
}

/** A decision table as it reads on paper. */
export interface TableText {
  readonly decision: string;
  readonly id: string;
  readonly hitPolicy: HitPolicy | undefined;
  readonly inputs: readonly ColumnText[];
  readonly outputs: readonly ColumnText[];
  readonly rows: readonly {
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly note: string;
  }[];
}

/** All decision tables of a file as text, for a view that needs no drawing. */
export const readTables = (model: DmnModel): readonly TableText[] =>
  many(model.definitions, 'drgElement').flatMap((element) => {
    const table = one(element, 'decisionLogic');
    if (!table || kindOf(table) !== 'DecisionTable') return [];
    const inputs = many(table, 'input').map((input) => {
      const expression = one(input, 'inputExpression');
      const text = word(expression, 'text') ?? '';
      return {
        label: word(input, 'label') ?? text,
        text,
        type: word(expression, 'typeRef'),
        values: word(one(input, 'inputValues'), 'text'),
        otherwise: undefined,
      };
    });
    const outputs = many(table, 'output').map((output) => ({
      label: word(output, 'label') ?? word(output, 'name') ?? nameOf(element),
      text: word(output, 'name') ?? '',
      type: word(output, 'typeRef'),
      values: word(one(output, 'outputValues'), 'text'),
      otherwise: word(one(output, 'defaultOutputEntry'), 'text'),
    }));
    const rows = many(table, 'rule').map((rule) => ({
      inputs: many(rule, 'inputEntry').map((cell) => word(cell, 'text') ?? '-'),
      outputs: many(rule, 'outputEntry').map((cell) => word(cell, 'text') ?? ''),
      note: word(many(rule, 'annotationEntry')[0], 'text') ?? word(rule, 'description') ?? '',
    }));
    const hitPolicy = hitPolicyOf(word(table, 'hitPolicy'), word(table, 'aggregation'));
    return [{ decision: nameOf(element), id: word(element, 'id') ?? '', hitPolicy, inputs, outputs, rows }];
  });
