import { aPackageKey } from '#builders/catalogue';
import { draftFromNational, draftTables } from '#capabilities/catalogue';
import { adoptGuest } from '#capabilities/dossiers';
import { refused } from '#kernel/outcome';
import type { Route } from '#platform/http';
import { citizenPage } from '#surfaces/shared';
import { pageRoutes } from '../../../src/main/page-routes.ts';
import { aHouse, type House } from '../../support/pages.ts';

const nobody = {
  begin: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  finish: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  signOutUrl: () => undefined,
};

/** The small province behind every page that the product serves, in this process and under a clock that stands. */
export async function aWholeHouse(): Promise<{ readonly house: House; readonly routes: readonly Route[] }> {
  let all: readonly Route[] = [];
  const house = await aHouse({
    routes: (doors, { actors, sessions }) => {
      all = pageRoutes(doors, {
        citizen: nobody,
        officer: nobody,
        sessions,
        actors,
        design: {
          key: aPackageKey(),
          draftFromNational: (record) => draftFromNational(record).content,
          lint: () => [],
          ...draftTables(),
          openWork: async () => [],
        },
        frame: (ctx, { title, body }) => citizenPage(ctx, doors, { title, main: body, noindex: true }),
        guestMayGoTo: (to) => to.startsWith('/nop-ho-so/'),
        afterBinding: adoptGuest,
      });
      return all;
    },
  });
  return { house, routes: all };
}
