/** The papers room: templates as data, and the tagged PDFs drawn from them. */
export { type PaperLine, paperAsText } from './as-text.ts';
export { checkPaperData, type PaperData, type PaperRefusal } from './data.ts';
export { illustratedSeal } from './draw/seal.ts';
export { longDate, type PaperRow, type PaperScalar, type PaperValue, type PaperValues } from './fill.ts';
export { comparedLook, cornerLook, leaderLook, numberLook, sealLook } from './looks.ts';
export {
  answerOfHole,
  inventedValues,
  isAnswerHole,
  kinOf,
  type NamedForms,
  type Offer,
  offerFor,
  paperIdsOf,
} from './offer.ts';
export {
  declared,
  idOfKey,
  keyOfPaper,
  languageOfKey,
  ownPaperProblems,
} from './own-problems.ts';
export { type OwnPapers, openOwnPapers } from './own-shelf.ts';
export { type LeaderPlace, type PaperBox, type PlaceOnPaper, type SigningPlaces } from './places.ts';
export type { PaperProblem } from './problem.ts';
export { type DrawnPaper, drawPaper, renderPaper } from './render.ts';
export { type Scan, scanAsPdf } from './scan.ts';
export { loadTemplates, type PaperShelf } from './shelf.ts';
export {
  type Block as PaperBlock,
  checkTemplate,
  type Declaration as PaperDeclaration,
  type PaperTemplate,
  readTemplate,
  type TemplateRefusal,
} from './template.ts';
export type {
  ApologyValues,
  ComponentValues,
  ControlSlipValues,
  FeeReceiptValues,
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
