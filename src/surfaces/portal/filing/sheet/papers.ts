import type { Page, PostedFields } from '#capabilities/forms';
import type { OpenFiling } from '../core/open-filing.ts';
import { paperAsked } from './paper-view.ts';

/** The filing whose reading knows the files that were handed in, by paper. */
export function withFiles(filing: OpenFiling): OpenFiling {
  const files: Record<string, string[]> = {};
  for (const { demand, id } of filing.draft.files) files[demand] = [...(files[demand] ?? []), id];
  return { ...filing, reading: { ...filing.reading, files } };
}

/** The paper whose upload page was asked for: one of this page only, for it leads into an address. */
export const paperOf = (page: Page, asked: PostedFields[string]): string | undefined =>
  page.questions.find(({ document }) => document !== undefined && paperAsked(document) === asked)?.document;
