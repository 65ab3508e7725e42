import { readFileSync } from 'node:fs';
import { compileDecisions, type DecisionShape, readDmn, shapesOf, type TableText } from '#capabilities/rules';

interface File {
  readonly shapes: readonly DecisionShape[];
  readonly tables: readonly TableText[];
}
const folder = new URL('../../../../samples/procedures/', import.meta.url);

/** A file of tables as its shapes and texts. */
export async function tablesIn(xml: string): Promise<File> {
  const model = await readDmn(xml);
  const compiled = model.ok ? compileDecisions(model.value) : model;
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));
  return { shapes: shapesOf(compiled.value), tables: compiled.value.tables };
}
/** The tables that ship with a sample procedure. */
export const readTables = (code: string): Promise<File> =>
  tablesIn(readFileSync(new URL(`${code}/decisions.dmn`, folder), 'utf8'));
