import type { DraftContent, LintFinding, LintWorld } from '#capabilities/catalogue';
import {
  type CodeLists,
  checkDecisionNames,
  competenceLevels,
  decisionProblemText,
  inventAnswers,
  type ProcedureDefinition,
  undecided,
} from '#capabilities/forms';
import { dmnProblemText, type FeelWorker, type TableText, tableFindingText } from '#capabilities/rules';
import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';

interface Around {
  readonly tables: FeelWorker;
  readonly lists: CodeLists;
  readonly today: PlainDate;
  /** Places of this instance, and whether somebody decides there. */
  readonly world: Pick<LintWorld, 'communes' | 'decides'>;
}

/**
 * What keeps the decision tables of a draft from being published: what cannot be read or decided, names that the procedure does not
 * have, and answers for which they fail. Gaps, overlaps and idle rows are warnings.
 * @param definition with its tables made ready (`definitionOf`).
 */
export async function decisionFindings(
  { decisions }: DraftContent,
  definition: ProcedureDefinition,
  around: Around,
): Promise<readonly LintFinding[]> {
  if (decisions === undefined) return [];
  const look = await around.tables.look(decisions);
  const refusals = look.ok ? look.value.problems : [look.refusal];
  if (!look.ok || refusals.length > 0) return refusals.map(refusalFinding);
  const names = checkDecisionNames(definition, look.value).map((problem) => ({
    level: problem.level,
    code: problem.code,
    at: `decisions.${problem.decision}`,
    text: decisionProblemText(problem),
  }));
  const fits = names.every(({ level }) => level !== 'error');
  return [
    ...names,
    ...unitFindings(look.value.tables, around),
    ...(fits ? failures(definition, around) : []),
    ...look.value.findings.map((finding) => ({
      level: 'warning' as const,
      code: finding.code,
      at: `decisions.${finding.decision}`,
      text: tableFindingText(finding),
    })),
  ];
}

const quoted = (text: string | undefined): string | undefined => /^"([^"]*)"$/.exec(text ?? '')?.[1];

/** Rows of `competence` that name an authority which this instance does not have. */
function unitFindings(tables: readonly TableText[], { world }: Around): readonly LintFinding[] {
  const table = tables.find(({ id }) => id === 'competence');
  const place = (name: string) => table?.outputs.findIndex((column) => column.text === name) ?? -1;
  return (table?.rows ?? []).flatMap((row, at) => {
    const level = competenceLevels.find((each) => each === quoted(row.outputs[place('level')]));
    const department = quoted(row.outputs[place('department')]);
    const only = quoted(row.outputs[place('commune')]);
    if (level === undefined) return [];
    const competence = { level, ...(department === undefined ? {} : { department }) };
    const without = world.communes.filter(
      ({ code }) => (only === undefined || only === code) && !world.decides(competence, code),
    );
    const known = only === undefined || world.communes.some(({ code }) => code === only);
    if (known && without.length === 0) return [];
    const where = without[0]?.name ?? only ?? '';
    return [
      {
        level: 'error' as const,
        code: 'unit-missing',
        at: 'decisions.competence',
        text: {
          vi: `Dòng ${at + 1}: không có cơ quan như vậy cho ${where}.`,
          en: `Row ${at + 1}: there is no such authority for ${where}.`,
        },
      },
    ];
  });
}

const refusalFinding = (refusal: Refusal): LintFinding => ({
  level: 'error',
  code: refusal.code,
  at: ['decisions', refusal.details?.['decision']].filter(Boolean).join('.'),
  text: dmnProblemText(refusal),
});

const channels = ['online', 'direct', 'post'] as const;
const seeds = Array.from({ length: 24 }, (_, n) => n * 7919 + 1);
/** Invented people are many; a heavy table is tried with fewer of them. */
const mostMs = 50;

/** Invented people who file by every way the procedure offers: for none of them may a table fail. */
function failures(definition: ProcedureDefinition, { lists, today }: Around): readonly LintFinding[] {
  const found = new Map<string, LintFinding>();
  const until = performance.now() + mostMs;
  for (const seed of seeds)
    for (const channel of channels.filter((way) => definition.time.some((time) => time.channel === way))) {
      if (performance.now() > until) return [...found.values()];
      const facts = { today, channel, representing: 'self' };
      const answers = inventAnswers(definition.form, { today, lists, facts }, seed);
      const refusal = undecided(definition, answers, facts);
      const { decision = '', reason = '' } = refusal?.details ?? {};
      const at = `decisions.${decision}`;
      if (refusal && !found.has(`${at} ${reason}`))
        found.set(`${at} ${reason}`, {
          level: 'error',
          code: 'decision-failed',
          at,
          text: failureText(refusal),
        });
    }
  return [...found.values()];
}

/** Why a table fails for answers that people can give. */
function failureText({ details = {} }: Refusal): LocalText {
  const { reason = '', column = '', value = '', id = '' } = details;
  switch (reason) {
    case 'no-row':
      return {
        vi: 'Có câu trả lời mà không dòng nào đúng. Hãy thêm dòng, hoặc giá trị mặc định.',
        en: 'For some answers no row hits. Add a row, or a default value.',
      };
    case 'fee-twice':
      return { vi: `Khoản «${id}» bị thu hai lần.`, en: `The fee “${id}” is taken twice.` };
    case 'value-wrong':
      return {
        vi: `Có câu trả lời làm cột «${column}» thành «${value}», không dùng được.`,
        en: `For some answers column “${column}” becomes “${value}”, which cannot be used.`,
      };
    case 'value-shape':
      return { vi: 'Bảng này phải cho một dòng.', en: 'This table must give one row.' };
    default:
      return dmnProblemText({ code: String(reason), details });
  }
}
