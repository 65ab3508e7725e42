export {
  type Answers,
  type AnswerValue,
  type CommuneAddress,
  type Facts,
  type FactValue,
  isAddress,
} from './answers.ts';
export { caseOf, competentCommune } from './case-of.ts';
export { checkAnswers, type PageErrors } from './check-answers.ts';
export { checkDefinition, type DefinitionRefusal, parseDefinition } from './check-definition.ts';
export type { DefinitionProblem } from './check-questions.ts';
export { type Condition, holds, questionsIn } from './condition.ts';
export type {
  Budget,
  Channel,
  Competence,
  CompetenceLevel,
  DocumentRule,
  EligibilityQuestion,
  Exemption,
  Fee,
  Form,
  LegalTime,
  Option,
  OtherResult,
  Page,
  ProcedureCase,
  ProcedureDefinition,
  ProcedureResult,
  Question,
  QuestionType,
  TimeUnit,
  Workflow,
  WorkflowStep,
} from './definition.ts';
export { type DocumentDemand, missingDocuments, requiredDocuments } from './demands.ts';
export { type Eligibility, eligibility } from './eligibility.ts';
export { type FeeLine, feesOwed, totalOwed } from './fees.ts';
export { enterpriseCodeFault, personalNumberFault } from './identity-numbers.ts';
export type { JsonSchema } from './json-schema.ts';
export { certifiedBy, resultsFor, timeFor } from './legal-time.ts';
export { type CodeLists, createCodeLists, type ListItem, listOf } from './lists.ts';
export { type Prefilled, prefill } from './prefill.ts';
export { fieldNames, fieldsFromAnswers } from './reading/fields.ts';
export { type PageReading, readPage } from './reading/read-page.ts';
export type { FieldError, PostedFields, ReadingContext } from './reading/reader.ts';
export { toJsonSchema } from './schema.ts';
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
