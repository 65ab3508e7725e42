import type { House } from '../../support/pages.ts';
import { type ReadyDraft, readyDrafts } from './drafts.ts';

/** Ready drafts of a house in this process, all of citizen1. */
export const houseDrafts = (
  house: House,
  code: string,
  count: number,
): Promise<{ readonly drafts: readonly ReadyDraft[]; readonly hash: string }> =>
  readyDrafts(
    {
      sql: house.db.sql,
      services: house.services,
      catalogue: house.catalogue,
      db: house.db.web,
      clock: house.clock,
    },
    { code, count },
  );
