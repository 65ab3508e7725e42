import { definePermissions } from '#kernel/actor';

/** Pages without any personal datum: everybody may read them. */
export const portalPermissions = definePermissions({ 'portal.read': { public: true } });
