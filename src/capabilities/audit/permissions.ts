import { definePermissions } from '#kernel/actor';

export const permissions = definePermissions({
  /** The journal of settings, units and people; what was done with dossiers is not among it. */
  'audit.read-changes': { roles: ['system-administrator'] },
});
