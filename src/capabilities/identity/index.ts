export { type Actors, openActors } from './actors.ts';
export { addOfficer, type NewOfficer } from './commands/add-officer.ts';
export { type BreakGlass, signInBreakGlass } from './commands/break-glass.ts';
export { changeOfficer, deactivateOfficer, type OfficerChange } from './commands/change-officer.ts';
export { type Delegation, delegate, endDelegation } from './commands/delegate.ts';
export type { PeopleDeps } from './commands/deps.ts';
export { endPost, type Gift, givePost } from './commands/give-post.ts';
export { bindGuest, signInCitizen, signOutEverywhere, startGuest } from './commands/sign-in-citizen.ts';
export { signInOfficer } from './commands/sign-in-officer.ts';
export { type Contact, changeOwnContact, contactFault } from './contact.ts';
export { loadOfficers, loadPersons, type OfficerToLoad, type PersonToLoad } from './load.ts';
export {
  forgetOfficialsFiles,
  handInOfficials,
  type OfficialColumn,
  type OfficialStep,
  type OfficialsFile,
  officialColumns,
  officialsFile,
  officialsFileLimits,
  officialsHeader,
  type PlannedRow,
  type RoleWords,
  type RowFault,
  type Taken,
  type TriedOfficials,
  takeOfficials,
  takeOfficialsFile,
  tryOfficials,
} from './officials/index.ts';
export {
  type Colleague,
  delegationsOf,
  findPersonByNumber,
  holdersOfRoles,
  officersInUnit,
  ownOfficerNumber,
  ownPerson,
  type PersonCard,
} from './people.ts';
export { permissions as identityPermissions } from './permissions.ts';
export type {
  CitizenClaims,
  CitizenIdentityProvider,
  KeptSignIn,
  OfficerClaims,
  OfficerIdentityProvider,
} from './ports.ts';
export { personalRoles } from './rights.ts';
export { makeBreakGlassSecret } from './secrets.ts';
