/** Acts that are done to many at once: those that need nothing but the dossier, giving work to somebody, and signing. */
export const bulkIntents = ['accept', 'finish-step', 'assign', 'approve-result', 'issue'] as const;
export type BulkIntent = (typeof bulkIntents)[number];
/** Taken back as easily as done; what was signed is not. */
export const undoable: readonly BulkIntent[] = ['accept', 'finish-step', 'assign'];
