import { definePermissions } from '#kernel/actor';

/** Results are checked by anybody. Who issued them takes them back or names the newer one. */
export const resultPermissions = definePermissions({
  'results.check': { public: true },
  'results.revoke': { roles: ['unit-leader'] },
});
