import type { Condition } from './condition.ts';
import type { JsonSchema } from './json-schema.ts';

/** A property that is there and fits; a key such as `noiCuTru.commune` looks into the address. */
function present(key: string, schema: JsonSchema | true): JsonSchema {
  const [head = '', ...rest] = key.split('.');
  return {
    type: 'object',
    properties: { [head]: rest.length === 0 ? schema : present(rest.join('.'), schema) },
    required: [head],
  };
}
const oneOf = (values: readonly unknown[]): JsonSchema => ({
  anyOf: [{ enum: values }, { type: 'array', contains: { enum: values } }],
});

/**
 * The condition as a JSON Schema over the answers; undefined when it cannot be said exactly (facts, ages, dates,
 * comparisons between answers), for half a condition would refuse good answers.
 */
export function conditionSchema(condition: Condition): JsonSchema | undefined {
  if ('all' in condition) return joined('allOf', condition.all);
  if ('any' in condition) return joined('anyOf', condition.any);
  if ('not' in condition) {
    const inner = conditionSchema(condition.not);
    return inner && { not: inner };
  }
  if (!('q' in condition)) return undefined;
  if ('is' in condition) return present(condition.q, oneOf([condition.is]));
  if ('in' in condition) return present(condition.q, oneOf(condition.in));
  if ('answered' in condition) {
    const there = present(condition.q, true);
    return condition.answered ? there : { not: there };
  }
  if ('age' in condition || 'days' in condition) return undefined;
  const bounds = {
    exclusiveMinimum: condition.gt,
    minimum: condition.gte,
    exclusiveMaximum: condition.lt,
    maximum: condition.lte,
  };
  const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
  if (given.some(([, bound]) => typeof bound !== 'number')) return undefined;
  return present(condition.q, { type: 'number', ...Object.fromEntries(given) });
}

function joined(keyword: 'allOf' | 'anyOf', parts: readonly Condition[]): JsonSchema | undefined {
  const schemas = parts.map(conditionSchema).filter((schema) => schema !== undefined);
  if (schemas.length !== parts.length) return undefined;
  if (schemas.length === 0) return keyword === 'allOf' ? {} : { not: {} };
  return schemas.length === 1 ? schemas[0] : { [keyword]: schemas };
}
