import type { DraftContent } from '../drafts/content.ts';
import type { WholeVersion } from './queries.ts';

/** The content of a published version; undefined where the procedure uses the generic form. */
export function contentOfRow(
  row: Pick<WholeVersion, 'definition' | 'workflow' | 'decisions' | 'templates' | 'runs'>,
): DraftContent | undefined {
  const { definition, workflow, decisions, templates, runs } = row;
  if (definition === null) return undefined;
  return {
    definition,
    ...(workflow === null ? {} : { workflow }),
    ...(decisions === null ? {} : { decisions }),
    ...(templates === null ? {} : { templates }),
    ...(runs === null ? {} : { runs }),
  };
}
