import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sheetPages } from '../sheet/sheet.page.ts';
import { deliverySheet } from '../sheet/sheet.ts';

/** How the result comes back and where word is sent. */
export const deliveryPages = (doors: Doors): readonly Route[] =>
  sheetPages(doors, '/nop-ho-so/:draft/nhan-ket-qua', deliverySheet);
