export type { Doors, FileDoor, Place } from './doors.ts';
export { type CitizenPage, citizenPage, csrfField, type OfficePage, officePage } from './frames.ts';
