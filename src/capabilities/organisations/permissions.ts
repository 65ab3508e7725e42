import { definePermissions } from '#kernel/actor';

export const permissions = definePermissions({
  /** Units, their addresses and areas are public facts. */
  seeUnits: { public: true },
  /** The command asks further: a unit administrator only inside the own unit and what lies below it. */
  manageUnits: { roles: ['system-administrator', 'unit-administrator'] },
});
