/** What lint can say. Errors keep a procedure from being published; warnings inform. */
export const lintCodes = {
  'basis-missing': 'error',
  'part-missing': 'error',
  'page-unreachable': 'error',
  'question-unreachable': 'error',
  'condition-never': 'error',
  'condition-always': 'warning',
  'step-unreachable': 'error',
  'step-endless': 'error',
  'time-over-legal': 'error',
  'once-only-own': 'error',
  'once-only-register': 'warning',
  'sentence-long': 'warning',
  officialese: 'warning',
  'english-missing': 'error',
  'alternative-text-missing': 'error',
  'fee-without-ground': 'error',
  'fee-dates-wrong': 'error',
  'fee-expired': 'warning',
  'fee-uncounted': 'error',
  'fee-tiers-wrong': 'error',
  'fee-reduction-wrong': 'error',
  'fee-reduction-over': 'warning',
  'unit-missing': 'error',
  'decider-missing': 'error',
  'document-satisfied': 'warning',
  'call-paper-unknown': 'error',
  'internal-subject': 'error',
  'internal-fee': 'error',
  'internal-public': 'error',
  'internal-step': 'error',
  'id-twice': 'error',
  'option-unlabelled': 'error',
  /** What a generator could not place (`left` of a draft from the national list). */
  'record-left': 'warning',
} as const;
export type LintCode = keyof typeof lintCodes;

export interface Finding {
  readonly level: 'error' | 'warning';
  readonly code: LintCode;
  /** Where, as a path into the definition: `form.pages.mother.questions.meHoTen`. */
  readonly at: string;
  /** Fill the gaps of the sentence (`sentences.ts`). */
  readonly details: Readonly<Record<string, string | number>>;
}

export const found = (code: LintCode, at: string, details: Finding['details'] = {}): Finding => ({
  level: lintCodes[code],
  code,
  at,
  details,
});
