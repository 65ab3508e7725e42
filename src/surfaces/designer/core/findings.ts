import {
  type DesignServices,
  type DraftContent,
  type Finding,
  type LintFinding,
  sentenceOf,
} from '#capabilities/catalogue';
import type { LocalText } from '#kernel/text';

export interface FindingInWords {
  readonly level: 'error' | 'warning';
  /** Path into the definition: `form.pages.mother.questions.meHoTen`. */
  readonly at: string;
  readonly text: LocalText;
}

/** The port promises no more than a code; lint itself brings what fills the gaps of its sentence. */
const canBeWorded = (finding: LintFinding): finding is Finding => 'details' in finding;

/** What lint says of a draft, errors first. */
export async function findingsOf(
  { lint }: Pick<DesignServices, 'lint'>,
  content: DraftContent,
): Promise<readonly FindingInWords[]> {
  const found = (await lint(content)).map((finding) => ({
    level: finding.level,
    at: finding.at,
    text: finding.text ?? (canBeWorded(finding) ? sentenceOf(finding) : { vi: finding.code }),
  }));
  return [
    ...found.filter(({ level }) => level === 'error'),
    ...found.filter(({ level }) => level === 'warning'),
  ];
}
