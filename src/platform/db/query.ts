import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

declare const paramsOf: unique symbol;
export interface ParamsMark<P> {
  readonly [paramsOf]?: P;
}
/** Names the parameters of a query to the compiler; there is nothing in it at run time. */
export const params = <P extends object = Record<never, never>>(): ParamsMark<P> => ({});

/** One SQL file: named parameters in, parsed rows out, prepared once per connection under a stable name. */
export interface Query<P extends object, R> {
  readonly name: string;
  readonly text: string;
  readonly order: readonly string[];
  readonly row: z.ZodType<R>;
  readonly mark?: ParamsMark<P>;
}

/** `$name` in the file becomes `$1 …` in order of first appearance; casts (`::`) and text in quotes stay as they are. */
export function numberParameters(source: string): { text: string; order: string[] } {
  const order: string[] = [];
  const text = source.replace(/'(?:[^']|'')*'|--[^\n]*|\$([a-z_][a-z0-9_]*)/gi, (whole, name?: string) => {
    if (name === undefined) return whole;
    let index = order.indexOf(name);
    if (index < 0) index = order.push(name) - 1;
    return `$${index + 1}`;
  });
  return { text, order };
}

/** A query without a row schema does not compile: every row is parsed on arrival. */
export function query<P extends object, R>(definition: {
  readonly file: URL;
  readonly params: ParamsMark<P>;
  readonly row: z.ZodType<R>;
}): Query<P, R> {
  const path = fileURLToPath(definition.file);
  const { text, order } = numberParameters(readFileSync(path, 'utf8'));
  const room = basename(dirname(dirname(path)));
  return { name: `${room}.${basename(path, '.sql')}`.slice(0, 63), text, order, row: definition.row };
}

/** Marks a value that goes into a `json`/`jsonb` parameter (arrays would else become PostgreSQL arrays). */
export const json = (value: unknown): string => JSON.stringify(value);

export function valuesFor<P extends object, R>(asked: Query<P, R>, given: P): unknown[] {
  return asked.order.map((name) => {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined) throw new Error(`Query ${asked.name} needs the parameter ${name}`);
    return value;
  });
}
