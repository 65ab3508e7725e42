import { z } from 'zod';
import type { DesignServices } from '#capabilities/catalogue';
import type { Actors } from '#capabilities/identity';
import { galleryPages, gallerySections, htmlDocument, markFile } from '#design';
import { definePermissions } from '#kernel/actor';
import { html } from '#platform/html';
import { definePage, htmlReply, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { administrationRoutes } from '../surfaces/administration/index.ts';
import { reviewRoutes } from '../surfaces/administration/review.ts';
import { designerRoutes } from '../surfaces/designer/index.ts';
import { officeRoutes } from '../surfaces/office/index.ts';
import { triedAct, triedDossier } from '../surfaces/office/tried/tried.view.ts';
import { questionView } from '../surfaces/portal/filing/sheet/question-view.ts';
import { portalRoutes } from '../surfaces/portal/index.ts';
import { packageKeyPages } from '../surfaces/portal/package-key/package-key.page.ts';
import { triedTracking } from '../surfaces/portal/tracking/tried.view.ts';
import { type SignInDeps, signInRoutes } from '../surfaces/shared/sign-in/index.ts';

const { look } = definePermissions({ look: { public: true } });

/** Every page of every surface, in one list: the server serves it, references and permission tests are made from it. */
export const pageRoutes = (
  doors: Doors,
  deps: Omit<SignInDeps, 'place'> & { readonly actors: Actors; readonly design: DesignServices },
): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/favicon.svg',
    permission: look,
    audit: 'none',
    input: z.object({}),
    handle: async () => ({
      kind: 'bytes',
      status: 200,
      type: 'image/svg+xml',
      bytes: Buffer.from(markFile()),
      headers: { 'cache-control': 'public, max-age=86400' },
    }),
  }),
  ...(doors.place.demo ? galleryRoutes(doors) : []),
  ...signInRoutes({ ...deps, place: doors.place.kind }),
  ...portalRoutes(doors),
  ...packageKeyPages(doors, deps.design.key),
  ...administrationRoutes(doors, { actors: deps.actors, sessions: deps.sessions }),
  ...reviewRoutes(doors, { design: deps.design }),
  ...designerRoutes(doors, {
    services: deps.design,
    drawQuestion: questionView,
    drawTracked: triedTracking,
    drawAtDesk: triedDossier,
    drawActAtDesk: triedAct,
    actors: deps.actors,
  }),
  ...officeRoutes(doors, { units: doors.units, actors: deps.actors, sessions: deps.sessions }),
];

/** The components with their examples; shown where invented people are. */
const galleryRoutes = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thanh-phan',
    permission: look,
    audit: 'none',
    input: z.object({ trang: z.string().optional(), nen: z.enum(['sang', 'toi']).optional() }),
    async handle(ctx, { trang, nen }) {
      const page = galleryPages().find((each) => each.name === trang)?.page;
      return htmlReply(
        htmlDocument({
          locale: ctx.locale,
          title: 'Thành phần giao diện',
          stylesheets: [
            doors.asset(trang?.startsWith('office') ? 'office.css' : 'citizen.css'),
            doors.asset('gallery.css'),
          ],
          scripts: [doors.asset('enhance.js')],
          ...(nen ? { theme: nen === 'toi' ? ('dark' as const) : ('light' as const) } : {}),
          icon: '/favicon.svg',
          robots: 'noindex',
          body: page ?? html`<main id="main">${gallerySections()}</main>`,
        }),
      );
    },
  }),
];
