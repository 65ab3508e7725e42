import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { choosePage } from './choose/choose.page.ts';
import { donePage } from './done/done.page.ts';
import { sheetPages } from './sheet/sheet.page.ts';

/** The counter: a walk-in from the question "which procedure?" to the printed receipt. */
export const counterRoutes = (doors: Doors): readonly Route[] => [
  choosePage(doors),
  ...sheetPages(doors),
  donePage(doors),
];
