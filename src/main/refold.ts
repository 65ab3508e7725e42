import { actsOf, allDossiers, fold, projectionOf } from '#capabilities/dossiers';
import { type Database, systemScope } from '#platform/db';

export interface Difference {
  readonly code: string;
  /** Column of the dossier, or a path inside its state. */
  readonly field: string;
  readonly stored: string;
  readonly folded: string;
}

export interface RefoldCounts {
  readonly dossiers: number;
  readonly acts: number;
  /** Dossiers with at least one difference. */
  readonly differing: number;
  readonly differences: number;
}

const pageSize = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Folds every dossier anew, a page at a time, and tells where the stored fold says something else. */
export async function refoldAll(db: Database, tell: (difference: Difference) => void): Promise<RefoldCounts> {
  let [dossiers, acts, differing, differences] = [0, 0, 0, 0];
  let after = { home_unit: beforeAll, id: beforeAll };
  for (;;) {
    const page = await db.read(systemScope, async (reader) => {
      const rows = await reader.rows(allDossiers, { ...after, size: pageSize });
      const withActs = [];
      for (const row of rows) {
        withActs.push({ row, acts: await reader.rows(actsOf, { home_unit: row.home_unit, id: row.id }) });
      }
      return withActs;
    });
    for (const { row, acts: own } of page) {
      dossiers++;
      acts += own.length;
      const found = differencesOf(row, own);
      if (found.length > 0) differing++;
      differences += found.length;
      for (const each of found) tell({ code: row.code, ...each });
    }
    const last = page.at(-1)?.row;
    if (last === undefined || page.length < pageSize) break;
    after = { home_unit: last.home_unit, id: last.id };
  }
  return { dossiers, acts, differing, differences };
}

type Row = Readonly<Record<string, unknown>>;

function differencesOf(row: Row, acts: Parameters<typeof fold>[0]): Omit<Difference, 'code'>[] {
  const gap = acts.findIndex((act, index) => act.seq !== index + 1);
  if (acts.length === 0 || gap >= 0) {
    return [
      { field: 'acts', stored: acts.length === 0 ? 'none' : `a gap before ${gap + 1}`, folded: 'from 1 on' },
    ];
  }
  let projection: Row;
  try {
    projection = projectionOf(fold(acts));
  } catch (error) {
    return [{ field: 'acts', stored: 'not foldable', folded: (error as Error).message }];
  }
  return Object.entries(projection).flatMap(([field, folded]) =>
    field in row ? compare(field, row[field], folded) : [],
  );
}

/** Names the innermost places that differ, so that a line says `state.due.date` and not the whole state. */
function compare(field: string, stored: unknown, folded: unknown): Omit<Difference, 'code'>[] {
  const [left, right] = [comparable(field, stored), comparable(field, folded)];
  if (isRecord(left) && isRecord(right)) {
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return names.flatMap((name) => compare(`${field}.${name}`, left[name], right[name]));
  }
  const [a, b] = [inWords(left), inWords(right)];
  return a === b ? [] : [{ field, stored: a, folded: b }];
}

/** Columns of time arrive in milliseconds, the projection writes ISO text. */
const comparable = (field: string, value: unknown): unknown =>
  !field.includes('.') && typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)
    ? Date.parse(value)
    : value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys in one order, for JSON in the database keeps none; absent and undefined are the same. */
const inWords = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : JSON.stringify(value, (_key, inner: unknown) =>
        isRecord(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
          : inner,
      );
