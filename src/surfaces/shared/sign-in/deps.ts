import type { CitizenIdentityProvider, OfficerIdentityProvider } from '#capabilities/identity';
import type { PersonId } from '#kernel/ids';
import type { Hole, Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Sessions } from '#platform/sessions';
import type { PlaceKind } from '../doors.ts';

export interface SignInDeps {
  readonly citizen: CitizenIdentityProvider;
  readonly officer: OfficerIdentityProvider;
  readonly sessions: Sessions;
  /** Whose accounts the officers have. */
  readonly place: PlaceKind;
  /** The page around the content; `title` is without the name of the product. */
  readonly frame: (ctx: PageCtx, page: { readonly title: string; readonly body: Hole }) => Html;
  /** Whether the page behind a path may be used with the identity pending. */
  readonly guestMayGoTo: (path: string) => boolean;
  /** Moves what the guest has begun to the person, before the person sees a page. */
  readonly afterBinding?: (ctx: PageCtx, guest: PersonId, person: PersonId) => Promise<void>;
}

export const homes = { citizen: '/cua-toi', officer: '/mot-cua' } as const;
export type Side = keyof typeof homes;

/** Vietnamese or English, as the page is read. */
export const sayer =
  (ctx: PageCtx) =>
  (vi: string, en: string): string =>
    ctx.locale === 'en' ? en : vi;

/** Query for going on to another sign-in page with the same target. */
export const withReturn = (path: string, returnTo: string, home: string): string =>
  returnTo === home ? path : `${path}?${new URLSearchParams({ ve: returnTo }).toString()}`;
