import {
  type DesignServices,
  type DraftContent,
  type Finding,
  type LintFinding,
  sentenceOf,
} from '#capabilities/catalogue';
import type { LocalText } from '#kernel/text';
import { formProblems } from './problems.ts';

export interface FindingInWords {
  readonly level: 'error' | 'warning';
  readonly code: string;
  /** What fills the gaps of its sentence. */
  readonly details: Finding['details'];
  /** Path into the definition: `form.pages.mother.questions.meHoTen`. */
  readonly at: string;
  readonly text: LocalText;
}

const formProblem = 'form-problem';

/** The port promises no more than a code; lint itself brings what fills the gaps of its sentence. */
const canBeWorded = (finding: LintFinding): finding is Finding => 'details' in finding;

/** What lint says of a draft, and what keeps its form from being used, errors first. */
export async function findingsOf(
  { lint }: Pick<DesignServices, 'lint'>,
  content: DraftContent,
): Promise<readonly FindingInWords[]> {
  const found = (await lint(content)).map((finding) => ({
    level: finding.level,
    code: finding.code,
    details: canBeWorded(finding) ? finding.details : {},
    at: finding.at,
    text: finding.text ?? (canBeWorded(finding) ? sentenceOf(finding) : { vi: finding.code }),
  }));
  const broken = formProblems(content.definition)
    .filter(({ at }) => !found.some((other) => other.level === 'error' && other.at === at))
    .map((problem) => ({ ...problem, level: 'error' as const, code: formProblem, details: {} }));
  return [
    ...broken,
    ...found.filter(({ level }) => level === 'error'),
    ...found.filter(({ level }) => level === 'warning'),
  ];
}
