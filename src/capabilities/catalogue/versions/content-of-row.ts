import type { DraftContent } from '../drafts/content.ts';
import type { WholeVersion } from './queries.ts';

/** The content of a published version; undefined where the procedure uses the generic form. */
export function contentOfRow(
  row: Pick<WholeVersion, 'definition' | 'workflow' | 'decisions' | 'templates'>,
): DraftContent | undefined {
  const { definition, workflow, decisions, templates } = row;
  if (definition === null) return undefined;
  return {
    definition,
    ...(workflow === null ? {} : { workflow }),
    ...(decisions === null ? {} : { decisions }),
    ...(templates === null ? {} : { templates }),
  };
}
