import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { programmePages } from './programme.page.ts';
import { proposalPages } from './proposal.page.ts';
import { proposePages } from './propose.page.ts';
import { reviewPage } from './review.page.ts';
import { sheetPages } from './sheet.page.ts';

/** Costs of procedures, proposals and programmes. */
export const simplificationPages = (doors: Doors): readonly Route[] => [
  reviewPage(doors),
  ...sheetPages(doors),
  ...proposePages(doors),
  ...proposalPages(doors),
  ...programmePages(doors),
];
