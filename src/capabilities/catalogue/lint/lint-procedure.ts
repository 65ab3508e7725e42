import { expandDefinition } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import { explore } from './explore/explore.ts';
import type { Finding } from './finding.ts';
import { pictureFindings } from './rules/alternative-text.ts';
import { callFindings } from './rules/calls.ts';
import { diagramFindings } from './rules/diagram.ts';
import { documentFindings } from './rules/documents.ts';
import { feeFindings } from './rules/fees.ts';
import { idFindings } from './rules/ids.ts';
import { internalFindings } from './rules/internal.ts';
import { onceOnlyFindings } from './rules/once-only.ts';
import { partFindings } from './rules/parts.ts';
import { placeFindings } from './rules/places.ts';
import { reachFindings } from './rules/reach.ts';
import { textFindings } from './rules/text-rules.ts';
import { timeFindings } from './rules/times.ts';
import type { LintWorld } from './world.ts';

/**
 * Everything that keeps a procedure from being published (errors) or makes it worse than it could be (warnings): errors
 * first, then in the order of the definition's parts. The same content in the same world gives the same findings.
 */
export function lintProcedure(content: DraftContent, world: LintWorld): readonly Finding[] {
  const { definition: written, workflow, templates } = content;
  // What is asked is judged as it is asked; what is said, where it was written.
  const definition = expandDefinition(written);
  const explored = explore(definition, world.today);
  const findings = [
    ...partFindings(definition),
    ...idFindings(definition),
    ...reachFindings(explored),
    ...timeFindings(definition, explored),
    ...(workflow === undefined ? [] : diagramFindings(workflow)),
    ...(workflow === undefined ? [] : callFindings(workflow, definition, world)),
    ...feeFindings(definition, world.today),
    ...placeFindings(definition, world),
    ...documentFindings(definition, world),
    ...internalFindings(definition),
    ...onceOnlyFindings(definition),
    ...textFindings(written, world.plainWords),
    ...textFindings({ templates }, world.plainWords),
    ...pictureFindings(definition, ''),
    ...pictureFindings(templates ?? {}, 'templates'),
  ];
  return [
    ...findings.filter((finding) => finding.level === 'error'),
    ...findings.filter((finding) => finding.level === 'warning'),
  ];
}

/** Whether nothing stands in the way of publishing. */
export const isPublishable = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.level !== 'error');
