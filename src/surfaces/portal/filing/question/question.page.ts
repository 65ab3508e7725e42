import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sheetPages } from '../sheet/sheet.page.ts';
import { formSheet } from '../sheet/sheet.ts';

/** A page of the procedure's own form. */
export const questionPages = (doors: Doors): readonly Route[] =>
  sheetPages(doors, '/nop-ho-so/:draft/trang/:page', (filing, { page }) => formSheet(filing, page));
