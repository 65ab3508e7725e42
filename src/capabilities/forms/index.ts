export {
  type Answers,
  type AnswerValue,
  type CommuneAddress,
  type Facts,
  type FactValue,
  isAddress,
  type OldAddress,
} from './answers.ts';
export { caseOf } from './case-of.ts';
export { checkAnswers, type PageErrors } from './check-answers.ts';
export { checkDefinition, type DefinitionRefusal, parseDefinition } from './check-definition.ts';
export { type FeeFault, feeFaults } from './check-fees.ts';
export type { DefinitionProblem } from './check-questions.ts';
export { type CompetenceFor, competenceFor, competentCommune } from './competence.ts';
export { type Condition, holds, questionsIn } from './condition.ts';
export { attempt } from './decisions/ask.ts';
export { checkDecisionNames, type DecisionProblem } from './decisions/check.ts';
export { undecided } from './decisions/decided.ts';
export {
  competenceLevels,
  type DecisionId,
  decisionIds,
  factsFor,
  isDecisionId,
  outputsOf,
} from './decisions/names.ts';
export { decisionsOf, type ReadyDecisions, readyDecisions, withDecisions } from './decisions/ready.ts';
export { decisionProblemText } from './decisions/sentences.ts';
export type {
  Assurance,
  Budget,
  Channel,
  Competence,
  CompetenceLevel,
  DefinitionAsWritten,
  DocumentRule,
  EligibilityQuestion,
  Exemption,
  Fee,
  FeeReduction,
  FeeTier,
  LegalTime,
  OtherResult,
  ProcedureCase,
  ProcedureDefinition,
  ProcedureResult,
  TimeUnit,
  Workflow,
  WorkflowStep,
} from './definition.ts';
export { type DocumentDemand, missingDocuments, requiredDocuments } from './demands.ts';
export { type Eligibility, eligibility } from './eligibility.ts';
export { type Blocks, expandDefinition, expandForm } from './expand.ts';
export { feelOf } from './feel/feel-of.ts';
export { type FeeLine, type FeeSaving, feesOwed, totalOwed } from './fees.ts';
export { personalNumberFault } from './identity-numbers.ts';
export { type JudgedPage, judgedPage } from './in-browser/judged-page.ts';
export {
  type KnownToPage,
  type StandaloneCheck,
  /** @public imported by the script that main bundles (page-checks/bundle.ts). */
  verdictOf,
} from './in-browser/verdict.ts';
export { inventAnswers } from './inventing/invent-answers.ts';
export type { JsonSchema } from './json-schema.ts';
export { certifiedBy, resultsFor, timeFor } from './legal-time.ts';
export { type CodeLists, createCodeLists, type ListItem, listOf } from './lists.ts';
export { type OldPlaceRows, oldPlaces } from './old-places.ts';
export { documentsNamed, type PaperPass, readPaperPasses } from './passed-papers.ts';
export { type Prefilled, prefill } from './prefill.ts';
export {
  asksNothing,
  composedTypes,
  type Form,
  type FormAsWritten,
  type Option,
  type Page,
  type PersonPart,
  type PlacedBlock,
  type PlacedPerson,
  type Question,
  type QuestionAsWritten,
  type QuestionBlock,
  type QuestionType,
  questionTypes,
  repeats,
  type Section,
} from './questions.ts';
export { fieldNames, fieldsFromAnswers } from './reading/fields.ts';
export { type PageReading, readPage } from './reading/read-page.ts';
export type { FieldError, PostedFields, ReadingContext } from './reading/reader.ts';
export { reductionOn } from './reckon-fee.ts';
export { toJsonSchema } from './schema.ts';
export { choiceLabel, type Found, searchChoices } from './search-list.ts';
export {
  findPage,
  firstUnfinishedPage,
  isPageComplete,
  nextPage,
  openQuestions,
  type Progress,
  previousPage,
  progress,
  reachableAnswers,
  reachablePages,
} from './walk.ts';
export { type AnswerInWords, answerInWords, answersInWords } from './words.ts';
