import type { Route } from '#platform/http';
import { citizenSignInRoutes } from './citizen-sign-in.page.ts';
import type { SignInDeps } from './deps.ts';
import { officerSignInRoutes } from './officer-sign-in.page.ts';
import { ownSessionRoutes } from './own-sessions.page.ts';

export type { SignInDeps } from './deps.ts';

/** Coming in and going out, for citizens and officers. */
export const signInRoutes = (deps: SignInDeps): readonly Route[] => [
  ...citizenSignInRoutes(deps),
  ...officerSignInRoutes(deps),
  ...ownSessionRoutes(deps),
];
