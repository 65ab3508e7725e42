export { type ActNames, actInWords, actorInWords } from './act-words.ts';
export { broughtBack } from './brought-back.ts';
export { checkAddress, checkHome, checkPath, verifierPath } from './check-address.ts';
export { csvText } from './csv.ts';
export { differenceKind } from './difference-words.ts';
export { differencesTable } from './differences-table.ts';
export type {
  Doors,
  FileDoor,
  IslandName,
  Islands,
  MakeVerifier,
  PageChecks,
  Place,
  PlaceKind,
  PublicLog,
  Trust,
  VerifierPage,
} from './doors.ts';
export { exemptionInWords } from './exemption-words.ts';
export { type CitizenPage, citizenPage, csrfField, type OfficePage, officePage } from './frames.ts';
export {
  capacityOf,
  type DossierPaper,
  dossierPaper,
  dossierPapers,
  drawDossierPaper,
  drawResultToSign,
  type PaperDocument,
  type PaperPerson,
  type PaperPlaces,
  type PaperSource,
  paperPlaces,
  paperSourceOf,
  papersOf,
  provenPaper,
  receiptReply,
  resultFacts,
  type Signatory,
} from './papers/index.ts';
export { type PlaceWords, placeWords } from './place-words.ts';
export { filesIn } from './posted-files.ts';
export { problemPage } from './problem-page.ts';
export { resultLooks, resultTag, signatureRole } from './result-words.ts';
export { roleNames, roleTitles } from './role-names.ts';
export { signatureSentences } from './signature-sentences.ts';
export { typedDate } from './typed-date.ts';
export { type ValueWords, valueInWords } from './value-words.ts';
export { issuerPath } from './wallet-address.ts';
