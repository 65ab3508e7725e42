import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { accountPages } from './accounts.page.ts';
import { collectionsPages } from './collections.page.ts';
import { dayBookPages } from './day-book.page.ts';
import { refundPages } from './refund.page.ts';
import { refundListPages } from './refunds.page.ts';
import { remittancePages } from './remittance.page.ts';

/** The accountant's side of the office (docs/how-to/keep-the-books.md). */
export const booksRoutes = (doors: Doors): readonly Route[] => [
  ...dayBookPages(doors),
  ...collectionsPages(doors),
  ...remittancePages(doors),
  ...refundListPages(doors),
  ...refundPages(doors),
  ...accountPages(doors),
];
