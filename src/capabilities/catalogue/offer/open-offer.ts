import { type Clock, localDate } from '#kernel/time';
import { type Database, DatabaseUnavailable } from '#platform/db';
import type { EssentialServices } from '../essential/essential.ts';
import { type Offer, offerOn } from './offer.ts';
import * as sql from './queries.ts';

/** A decision entered by another process is seen within this time. */
const trustFor = 5000;

/** The decisions as they stand today, from memory; while the database is away, as they were last seen. */
export function openOffer(
  db: Database,
  clock: Clock,
  shipped: EssentialServices,
): { readonly today: () => Promise<Offer>; readonly forget: () => void } {
  let kept: Offer | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Offer> | undefined;

  async function read(): Promise<Offer> {
    const [levels, listings, moves, closings] = await Promise.all([
      db.direct.rows(sql.allLevels, {}),
      db.direct.rows(sql.allListings, {}),
      db.direct.rows(sql.approvedMoves, {}),
      db.direct.rows(sql.allClosings, {}),
    ]);
    const now = clock.now();
    kept = offerOn({ levels, listings, moves, closings }, shipped, localDate(now));
    readAt = now;
    return kept;
  }

  return {
    async today() {
      const now = clock.now();
      if (kept && now >= readAt && now - readAt < trustFor && kept.day === localDate(now)) return kept;
      reading ??= read().finally(() => {
        reading = undefined;
      });
      try {
        return await reading;
      } catch (error) {
        if (kept && error instanceof DatabaseUnavailable) return kept;
        throw error;
      }
    },
    forget() {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}
