export { type MassChange, type MassSelection, massChangeShape, massSelectionShape } from './change.ts';
export { approveMassChange, type MassApproval, type MassResult, sendMassChange } from './decide.ts';
export { massChange, massChanges, massItems } from './look.ts';
export { type NewMassChange, prepareMassChange } from './prepare.ts';
export {
  fieldsToChange,
  type MassPreview,
  type MassPreviewItem,
  mostInOneChange,
  previewMassChange,
} from './preview.ts';
export type { MassChangeHead, MassItem } from './queries.ts';
