import { definePermissions } from '#kernel/actor';

const receivers = ['one-stop-officer', 'centre-staff', 'centre-manager'] as const;
const workers = ['specialist', 'head-of-office', 'unit-leader', 'clerk', 'certification-officer'] as const;

/** Who may do what; the unit in which the role must be held is named by the table of acts. */
export const dossierPermissions = definePermissions({
  'dossiers.file': { citizen: true, guest: true },
  'dossiers.own': { citizen: true, guest: true },
  'dossiers.track': { public: true },
  'dossiers.read': {
    roles: [...receivers, 'result-desk', 'fee-desk', ...workers, 'postal-officer', 'monitor', 'inspector'],
  },
  'dossiers.receive-at-counter': { roles: [...receivers, 'postal-officer'] },
  /** A procedure between agencies, filed by an officer for the unit; its clerk takes the result into the unit's register. */
  'dossiers.file-for-unit': { roles: ['specialist', 'head-of-office', 'unit-leader', 'clerk'] },
  'dossiers.accept': { roles: receivers },
  /** Says by a signature that a scan shows the paper that was handed in. */
  'dossiers.sign-scans': { roles: [...receivers, 'postal-officer'] },
  'dossiers.decline': { roles: ['one-stop-officer', 'centre-manager'] },
  'dossiers.ask-supplement': { roles: [...receivers, 'specialist', 'head-of-office'] },
  'dossiers.ask-fee': { roles: [...receivers, 'fee-desk', 'specialist'] },
  'dossiers.take-fee': { roles: ['fee-desk', 'one-stop-officer'] },
  'dossiers.exempt-fee': { roles: ['fee-desk', 'one-stop-officer', 'head-of-office'] },
  'dossiers.process': { roles: [...workers, 'one-stop-officer', 'centre-staff'] },
  'dossiers.assign': { roles: ['head-of-office', 'unit-leader', 'centre-manager'] },
  'dossiers.give-opinion': { roles: ['specialist', 'head-of-office', 'unit-leader'] },
  'dossiers.pause': { roles: ['head-of-office', 'unit-leader'] },
  'dossiers.stop': { roles: ['unit-leader'] },
  'dossiers.apologise': { roles: ['head-of-office', 'unit-leader'] },
  'dossiers.draft': { roles: ['specialist', 'certification-officer', 'head-of-office'] },
  'dossiers.approve': { roles: ['unit-leader'] },
  'dossiers.issue': { roles: ['clerk'] },
  'dossiers.return': {
    roles: ['result-desk', 'one-stop-officer', 'postal-officer', 'centre-staff', 'clerk'],
  },
  'dossiers.undo-return': { roles: ['centre-manager', 'unit-leader'] },
  'dossiers.undo': { roles: [...receivers, ...workers] },
  'dossiers.note': { roles: [...receivers, ...workers] },
  'dossiers.message': { roles: [...receivers, ...workers, 'result-desk'] },
  'dossiers.expire': {},
  /** What the books say of a fee: the worker's. */
  'dossiers.note-money': {},
  'dossiers.move-to-version': {},
  'dossiers.move-authority': {},
  /** Timers and interlinked dossiers of a plan: the worker's. */
  'dossiers.walk-plan': {},
});
export type DossierPermission = keyof typeof dossierPermissions;
