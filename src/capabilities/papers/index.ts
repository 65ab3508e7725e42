/** The papers room: templates as data, and the tagged PDFs drawn from them. */
export { checkPaperData, type PaperData, type PaperRefusal } from './data.ts';
export { longDate, type PaperRow, type PaperScalar, type PaperValue, type PaperValues } from './fill.ts';
export { renderPaper } from './render.ts';
export { loadTemplates, type PaperShelf } from './shelf.ts';
export { type PaperTemplate, type TemplateRefusal } from './template.ts';
export type {
  ApologyValues,
  ComponentValues,
  ControlSlipValues,
  HandoverValues,
  HeadValues,
  PaperId,
  PaperValuesById,
  ReceiptValues,
  RefusalValues,
  RegisterEntryValues,
  RegisterValues,
  ResidenceGuidanceValues,
  ResidenceReceiptValues,
  ResidenceRefusalValues,
  ResultDraftValues,
  ResultValues,
  StopValues,
  SupplementValues,
} from './values.ts';
