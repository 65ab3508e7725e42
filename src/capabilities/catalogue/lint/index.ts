export { type Finding, type LintCode, lintCodes } from './finding.ts';
export { isPublishable, lintProcedure } from './lint-procedure.ts';
export { calledProcedures } from './rules/calls.ts';
export { sentenceOf } from './sentences.ts';
export { type LintWorld, type PlainWord, plainWordsShape } from './world.ts';
