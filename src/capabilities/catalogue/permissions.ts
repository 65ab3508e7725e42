import { definePermissions } from '#kernel/actor';

/**
 * A draft touches no dossier and binds nobody, so every administrator of a unit may make one (departments write the procedures
 * of their field). What is published binds the whole province: the system administrator's, who may not approve own work.
 */
export const cataloguePermissions = definePermissions({
  'catalogue.read': { public: true },
  'catalogue.design': { roles: ['unit-administrator', 'system-administrator'] },
  'catalogue.publish': { roles: ['system-administrator'] },
});
