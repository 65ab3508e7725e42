import { definePermissions, officerRoles } from '#kernel/actor';

export const permissions = definePermissions({
  signIn: { public: true },
  /** Looking at one's own sessions and ending them. */
  manageOwnSessions: { citizen: true, guest: true, roles: officerRoles },
  seeOwnPerson: { citizen: true, guest: true },
  changeOwnContact: { citizen: true, guest: true },
  /** Names of colleagues on work lists and in choices. */
  seeColleagues: { roles: officerRoles },
  /** The commands ask further: inside the own unit and below, never for oneself, never beyond the own rights. */
  managePeople: { roles: ['system-administrator', 'unit-administrator'] },
  /** Only roles that may be lent: `personalRoles` stay. */
  delegateOwnRole: { roles: officerRoles },
  /** A right of its own, every look-up in the journal (DOMAIN §4.1: Tra cứu CSDLQG dân cư). */
  lookUpPopulation: { roles: ['population-lookup'] },
});
