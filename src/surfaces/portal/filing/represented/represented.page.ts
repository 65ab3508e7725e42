import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sheetPages } from '../sheet/sheet.page.ts';
import { representedSheet } from '../sheet/sheet.ts';

/** Whom the person files for. */
export const representedPages = (doors: Doors): readonly Route[] =>
  sheetPages(doors, '/nop-ho-so/:draft/nguoi-duoc-dai-dien', representedSheet);
