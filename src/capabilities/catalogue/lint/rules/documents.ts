import type { ProcedureDefinition } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import { type Finding, found } from '../finding.ts';
import type { LintWorld } from '../world.ts';

/** "Thông báo" or "Quyết định" alone names no paper. */
const fewestWords = 3;

/** Papers that another procedure of this instance grants: the person's own store could answer, nobody needs to ask. */
export function documentFindings(definition: ProcedureDefinition, world: LintWorld): readonly Finding[] {
  const own = new Set([definition.result.code]);
  const results = world.results
    .map((result) => ({ ...result, folded: foldText(result.name) }))
    .filter(({ code, folded }) => !own.has(code) && folded.split(' ').length >= fewestWords)
    .sort((a, b) => b.folded.length - a.folded.length);
  return definition.documents
    .filter(
      (rule) =>
        rule.group !== 'note' && rule.satisfiedBy === undefined && (rule.replaceableBy ?? []).length === 0,
    )
    .flatMap((rule) => {
      const name = ` ${foldText(rule.name.vi)} `;
      const result = results.find(({ folded }) => name.includes(` ${folded} `));
      return result
        ? [found('document-satisfied', `documents.${rule.id}`, { code: result.code, name: result.name })]
        : [];
    });
}
