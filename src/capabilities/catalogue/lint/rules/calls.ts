import { documentsNamed, type ProcedureDefinition, readPaperPasses } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';
import type { LintWorld } from '../world.ts';
import { attribute } from './attribute.ts';

const calls = /<(?:\w+:)?callActivity\b[^>]*>/g;
const codeOf = (tag: string): string =>
  attribute(tag, '\\w+:procedure') ?? attribute(tag, 'calledElement') ?? '';

/** Codes of the interlinked procedures that a diagram calls. */
export const calledProcedures = (xml: string): readonly string[] => [
  ...new Set([...xml.matchAll(calls)].map(([tag]) => codeOf(tag)).filter((code) => code !== '')),
];

/**
 * Papers that a call of an interlinked procedure passes on and that this procedure does not have, or the called one does not ask for.
 * What cannot be read at all is told by the workflow room when it compiles the diagram.
 */
export function callFindings(
  xml: string,
  definition: ProcedureDefinition,
  { papersOf }: Pick<LintWorld, 'papersOf'>,
): readonly Finding[] {
  return [...xml.matchAll(calls)].flatMap(([tag]) => {
    const id = attribute(tag, 'id') ?? '';
    const called = codeOf(tag);
    const there = papersOf?.(called);
    const unknown = (code: string, paper: string) =>
      found('call-paper-unknown', `workflow.${id}`, { id, code, paper });
    return (readPaperPasses(attribute(tag, '\\w+:papers') ?? '') ?? []).flatMap(({ from, to }) => [
      ...(documentsNamed(definition, from).length === 0 ? [unknown(definition.code, from)] : []),
      ...(there && documentsNamed(there, to).length === 0 ? [unknown(called, to)] : []),
    ]);
  });
}
