import type { Callable } from '../feel/feel.ts';
import { normalName } from '../feel/syntax.ts';
import { fits } from '../feel/values.ts';
import { kindOf, type ModdleElement, many, nameOf, one, word } from './parts.ts';
import {
  type Boxed,
  type Context,
  feelIn,
  nothing,
  problem,
  type Scope,
  sumOfBounds,
  tooLarge,
} from './scope.ts';
import { compileTable } from './table.ts';

const withKnown = (scope: Scope, more: Context): Scope => ({ ...scope, known: { ...scope.known, ...more } });
const withCallable = (scope: Scope, name: string, callable: Callable): Scope => ({
  ...scope,
  callable: new Map([...scope.callable, [name, callable]]),
});

/** A function of the file: it sees its parameters, and what its scope sees. */
export function compileFunction(element: ModdleElement, scope: Scope): Callable | undefined {
  if ((word(element, 'kind') ?? 'FEEL') !== 'FEEL') {
    problem(scope, {
      code: 'dmn-not-executed',
      details: { element: `function kind ${word(element, 'kind')}` },
    });
    return undefined;
  }
  const parameters = many(element, 'formalParameter').map((parameter) => ({
    name: nameOf(parameter),
    type: word(parameter, 'typeRef'),
  }));
  const shapes = Object.fromEntries(parameters.map(({ name, type }) => [name, scope.types.shape(type)]));
  const body = compileBoxed(one(element, 'body'), withKnown(scope, shapes));
  return {
    parameters: parameters.map(({ name }) => name),
    bound: body.bound,
    run: (...args) =>
      body.run(
        Object.fromEntries(
          parameters.map(({ name, type }, at) => [name, scope.types.conform(args[at], type)]),
        ),
      ),
  };
}

function compileContext(element: ModdleElement, outer: Scope): Boxed {
  let scope = outer;
  const entries: { name: string | undefined; type: string | undefined; value: Boxed }[] = [];
  for (const entry of many(element, 'contextEntry')) {
    const variable = one(entry, 'variable');
    const name = variable && nameOf(variable);
    const logic = one(entry, 'value');
    if (name !== undefined && logic && kindOf(logic) === 'FunctionDefinition') {
      const made = compileFunction(logic, scope);
      if (made) scope = withCallable(scope, name, made);
      continue;
    }
    const type = word(variable, 'typeRef');
    entries.push({ name, type, value: compileBoxed(logic, scope) });
    if (name !== undefined) scope = withKnown(scope, { [name]: scope.types.shape(type) });
  }
  const run = (context: Context): unknown => {
    const found: Record<string, unknown> = {};
    for (const { name, type, value } of entries) {
      const result = outer.types.conform(value.run({ ...context, ...found }), type);
      if (name === undefined) return result;
      found[name] = fits(result) ? result : tooLarge(outer);
    }
    return found;
  };
  return { run, bound: sumOfBounds(entries.map(({ value }) => value.bound)) };
}

function compileInvocation(element: ModdleElement, scope: Scope): Boxed {
  const name = normalName(word(one(element, 'calledFunction'), 'text') ?? '');
  const called = [...scope.callable].find(([one]) => normalName(one) === name)?.[1];
  if (!called) {
    problem(scope, { code: 'dmn-unknown-function', details: { name } });
    return nothing;
  }
  const bindings = many(element, 'binding').map((binding) => ({
    name: nameOf(one(binding, 'parameter')),
    value: compileBoxed(one(binding, 'bindingFormula'), scope),
  }));
  const run = (context: Context): unknown => {
    const given = new Map(bindings.map(({ name: parameter, value }) => [parameter, value.run(context)]));
    return called.run(...called.parameters.map((parameter) => given.get(parameter) ?? null));
  };
  return { run, bound: sumOfBounds([called.bound, ...bindings.map(({ value }) => value.bound)]) };
}

function compileList(elements: readonly ModdleElement[], scope: Scope): Boxed {
  const parts = elements.map((element) => compileBoxed(element, scope));
  return {
    run: (context) => parts.map((part) => part.run(context)),
    bound: sumOfBounds(parts.map((part) => part.bound)),
  };
}

function compileRelation(element: ModdleElement, scope: Scope): Boxed {
  const names = many(element, 'column').map(nameOf);
  const rows = many(element, 'row').map((row) => compileList(many(row, 'elements'), scope));
  const run = (context: Context): unknown =>
    rows.map((row) => {
      const cells = row.run(context);
      return Object.fromEntries(
        names.map((name, at) => [name, Array.isArray(cells) ? (cells[at] ?? null) : null]),
      );
    });
  return { run, bound: sumOfBounds(rows.map((row) => row.bound)) };
}

/** Makes the logic of a decision ready; what we do not execute becomes a problem with the element's name. */
export function compileBoxed(element: ModdleElement | undefined, scope: Scope): Boxed {
  if (!element) return nothing;
  switch (kindOf(element)) {
    case 'LiteralExpression': {
      const feel = feelIn(element, scope, {});
      return feel ? { run: feel.run, bound: feel.bound } : nothing;
    }
    case 'DecisionTable':
      return compileTable(element, scope);
    case 'Context':
      return compileContext(element, scope);
    case 'Invocation':
      return compileInvocation(element, scope);
    case 'List':
      return compileList(many(element, 'elements'), scope);
    case 'Relation':
      return compileRelation(element, scope);
    default:
      problem(scope, { code: 'dmn-not-executed', details: { element: kindOf(element) } });
      return nothing;
  }
}
