import { planOfDiagram } from '#capabilities/dossiers';
import type { UnitDirectory } from '#capabilities/organisations';
import type { Plan } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';

/** Compiled plans kept in memory; a published version never changes. */
const mostKept = 400;

type DiagramOf = (code: string, version: number) => Promise<string | null>;

/** Plans by version, each compiled once. */
export function openPlans(
  diagramOf: DiagramOf,
): (code: string, version: number) => Promise<Plan | undefined> {
  const plans = new Map<string, Promise<Plan | undefined>>();
  const compiled = async (code: string, version: number) => {
    const xml = await diagramOf(code, version);
    if (xml === null) return undefined;
    const plan = await planOfDiagram(xml);
    invariant(plan.ok, `the diagram of ${code}, version ${version}, runs as it did when it was published`);
    return plan.value;
  };
  return (code, version) => {
    const key = `${code}@${version}`;
    const known = plans.get(key);
    if (known) return known;
    const plan = compiled(code, version);
    if (plans.size >= mostKept) plans.clear();
    plans.set(key, plan);
    // What could not be read now may be readable the next time.
    plan.catch(() => plans.delete(key));
    return plan;
  };
}

/**
 * A unit that a diagram names, seen from the unit that decides: by its key (`so-xay-dung`), or by its kind in the same place
 * (`commune-police`), or the one of its kind where the whole instance has one (`provincial-police`).
 */
export function unitNamed(directory: UnitDirectory, name: string, competent: UnitId): UnitId | undefined {
  const byKey = directory.byKey(name);
  if (byKey) return directory.successorOf(byKey.id)?.id;
  const place = directory.byId(competent)?.adminCode;
  const kind = directory.ofKind(name as Parameters<UnitDirectory['ofKind']>[0]);
  const [only, another] = kind;
  return (
    kind.find(({ adminCode }) => adminCode === place)?.id ?? (another === undefined ? only?.id : undefined)
  );
}
