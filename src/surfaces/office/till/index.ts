import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { billPages } from './bill.page.ts';
import { findPages } from './find.page.ts';
import { receiptPages } from './receipt.page.ts';
import { shiftPages } from './shift.page.ts';
import { shiftListPages } from './shifts.page.ts';

/** Taking money at a counter, of any dossier of the province (docs/how-to/keep-the-books.md). */
export const tillRoutes = (doors: Doors): readonly Route[] => [
  ...findPages(doors),
  ...shiftListPages(doors),
  ...shiftPages(doors),
  ...receiptPages(doors),
  ...billPages(doors),
];
