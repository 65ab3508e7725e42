import {
  type ProcedureDefinition,
  type ReadyDecisions,
  readyDecisions,
  withDecisions,
} from '#capabilities/forms';

interface WithTables {
  readonly code: string;
  readonly version: number;
  readonly definition: ProcedureDefinition | null;
  readonly decisions: string | null;
}

const mostKept = 400;

/** Hands out published versions with their decision tables, which are made ready once for each version. */
export function openTables(): <T extends WithTables>(row: T) => Promise<T> {
  const kept = new Map<string, Promise<ReadyDecisions>>();
  return async (row) => {
    const { code, version, definition, decisions } = row;
    if (definition === null || decisions === null) return row;
    const key = `${code}@${version}`;
    let ready = kept.get(key);
    if (!ready) {
      if (kept.size >= mostKept) kept.clear();
      ready = readyDecisions(decisions);
      kept.set(key, ready);
    }
    return { ...row, definition: withDecisions(definition, await ready) };
  };
}
