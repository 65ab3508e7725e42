import { z } from 'zod';
import { resultPermissions } from '#capabilities/results';
import { definePage, type Route } from '#platform/http';
import { checkHome, type Doors, verifierPath } from '#surfaces/shared';
import { logKeysOf } from '../public-log/log-keys.ts';
import { verifierPageOf } from './verifier-file.ts';

/** The verifier to take away: with the keys, witnesses and roots that are believed today. */
export const verifierPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: verifierPath,
    permission: resultPermissions['results.check'],
    audit: 'none',
    input: z.object({}),
    perMinute: 60,
    async handle(ctx) {
      const { name: place, publicUrl } = doors.place;
      const wish = {
        policy: logKeysOf(doors.log),
        roots: doors.trust?.roots ?? [],
        issuedAt: ctx.clock.now(),
        place,
        checkAddress: `${publicUrl}${checkHome}`,
      };
      return {
        kind: 'bytes',
        status: 200,
        type: 'text/html; charset=utf-8',
        bytes: Buffer.from(await doors.makeVerifier(verifierPageOf(wish))),
        headers: {
          'cache-control': 'no-store',
          'content-disposition': doors.files.disposition('kiem-tra-giay-to.html'),
        },
      };
    },
  });
