import { definePermissions } from '#kernel/actor';

export const publicLogPermissions = definePermissions({
  /** Checkpoints, tiles and entries: nothing personal is in them. */
  'public-log.read': { public: true },
});
