import { definePermissions } from '#kernel/actor';

export const cataloguePermissions = definePermissions({
  'catalogue.read': { public: true },
  'catalogue.publish': { roles: ['system-administrator'] },
});
