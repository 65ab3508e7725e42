import type { ProcedureDraft } from '#capabilities/catalogue';
import { checkDecisionNames, decisionProblemText } from '#capabilities/forms';
import {
  type DecisionsLook,
  dmnProblemText,
  type FeelWorker,
  type TableText,
  tableFindingText,
} from '#capabilities/rules';
import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';

export interface Said {
  readonly level: 'error' | 'warning';
  /** Id of the table it is about; empty for the whole file. */
  readonly table: string;
  readonly text: LocalText;
}
/** The file of a draft as the page shows it. */
export interface ReadFile {
  readonly look: DecisionsLook;
  readonly said: readonly Said[];
  /** What is wrong with a cell, by `row/column` of its table, from 1. */
  readonly cells: ReadonlyMap<string, LocalText>;
  /** The file cannot even be read. */
  readonly refusal: Refusal | undefined;
}

const nothing: DecisionsLook = { tables: [], shapes: [], problems: [], findings: [], ms: 0 };

/** Reads the file of a draft in the thread of drafts, with everything that is to be said of it. */
export async function readFile(
  tables: FeelWorker,
  { content: { decisions, definition } }: Pick<ProcedureDraft, 'content'>,
): Promise<ReadFile> {
  if (decisions === undefined) return { look: nothing, said: [], cells: new Map(), refusal: undefined };
  const read = await tables.look(decisions);
  const look = read.ok ? read.value : nothing;
  const idOf = (name: unknown): string =>
    look.tables.find((table) => table.decision === name || table.id === name)?.id ?? '';
  const cells = new Map<string, LocalText>();
  const said: Said[] = [];
  for (const problem of look.problems) {
    const { decision, row, column } = problem.details ?? {};
    const text = dmnProblemText(problem);
    said.push({ level: 'error', table: idOf(decision), text });
    if (row !== undefined && column !== undefined)
      cells.set(cellKey(idOf(decision), Number(row), Number(column)), text);
  }
  if (read.ok && look.problems.length === 0)
    said.push(
      ...checkDecisionNames(definition, look).map((problem) => ({
        level: problem.level,
        table: problem.decision,
        text: decisionProblemText(problem),
      })),
      ...look.findings.map((finding) => ({
        level: 'warning' as const,
        table: idOf(finding.decision),
        text: tableFindingText(finding),
      })),
    );
  return { look, said, cells, refusal: read.ok ? undefined : read.refusal };
}

export const cellKey = (table: string, row: number, column: number): string => `${table}/${row}/${column}`;

/** The table that a page is about: the one named, else the first. */
export const chosenTable = (look: DecisionsLook, wanted: string | undefined): TableText | undefined =>
  look.tables.find((table) => table.id === wanted || table.decision === wanted) ?? look.tables[0];
