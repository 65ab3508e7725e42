export type { DraftContent } from './content.ts';
export { type DraftMove, type DraftState, hindrance } from './draft.ts';
export { procedureDraft, procedureDrafts } from './look.ts';
export type { ProcedureDraft, ProcedureDraftHead } from './queries.ts';
export { type Approval, abandonDraft, approveDraft, sendBack, sendForApproval } from './review.ts';
export { type ChangedMeanwhile, renewDraftBase, saveProcedureDraft } from './save.ts';
export { type NewDraft, startProcedureDraft } from './start.ts';
