import type { UnitId } from '#kernel/ids';
import { compareText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { standsOn, type Unit } from './unit.ts';

/** All units as they stand on one day; immutable, so that a request sees one picture from beginning to end. */
export interface UnitDirectory {
  readonly day: PlainDate;
  /** Also units that no longer stand: old dossiers name them. */
  byId(id: UnitId): Unit | undefined;
  /** For identifiers that our own rows hold. */
  get(id: UnitId): Unit;
  byKey(key: string): Unit | undefined;
  /** The unit that bears the agency identifier today. */
  byCode(code: string): Unit | undefined;
  children(id: UnitId): readonly Unit[];
  parentOf(id: UnitId): Unit | undefined;
  /** The unit itself, or anything below it. */
  isUnder(unit: UnitId, ancestor: UnitId): boolean;
  /** The unit, all below it, and the closed units whose work they carry on. */
  below(id: UnitId): readonly UnitId[];
  /** The unit and the closed units whose work it carries on. */
  withFormer(id: UnitId): readonly UnitId[];
  /** Who carries on the work today: the unit itself while it stands. */
  successorOf(id: UnitId): Unit | undefined;
  /** The name that was in force on a day: a renaming never rewrites what was said before it. */
  nameOn(id: UnitId, day: PlainDate): string;
  /** The centre that receives for a unit: of its commune, else that of the province or the ministry. */
  centreOf(id: UnitId): Unit | undefined;
  committeeFor(communeCode: string): Unit | undefined;
  policeFor(communeCode: string): Unit | undefined;
  /** Every place that receives: the centre of the province or the ministry first, then by name. */
  centres(): readonly Unit[];
  /** Units that stand today, by kind. */
  ofKind(...kinds: readonly Unit['kind'][]): readonly Unit[];
  /** The agency that runs this instance: the committee of a province, or a ministry. */
  head(): Unit | undefined;
}

export function buildDirectory(all: readonly Unit[], day: PlainDate): UnitDirectory {
  const ids = new Map(all.map((unit) => [unit.id, unit]));
  const keys = new Map(all.map((unit) => [unit.key, unit]));
  const standing = all.filter((unit) => standsOn(unit, day)).sort((a, b) => compareText(a.name, b.name));
  const codes = new Map(standing.map((unit) => [unit.code, unit]));
  const places = new Map(standing.map((unit) => [`${unit.kind} ${unit.adminCode}`, unit]));

  const successorOf = (id: UnitId): Unit | undefined => {
    const seen = new Set<UnitId>();
    let unit = ids.get(id);
    while (unit && !standsOn(unit, day) && unit.successor !== null && !seen.has(unit.id)) {
      seen.add(unit.id);
      unit = ids.get(unit.successor);
    }
    return unit;
  };
  const parentOf = (id: UnitId): Unit | undefined => {
    const parent = ids.get(id)?.parent;
    return parent ? successorOf(parent) : undefined;
  };

  const children = new Map<UnitId, Unit[]>();
  const former = new Map<UnitId, UnitId[]>();
  const add = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const unit of standing) {
    const parent = parentOf(unit.id);
    if (parent && parent.id !== unit.id) add(children, parent.id, unit);
  }
  for (const unit of all) {
    const next = successorOf(unit.id);
    if (next && next.id !== unit.id) add(former, next.id, unit.id);
  }
  const withFormer = (id: UnitId): readonly UnitId[] => [id, ...(former.get(id) ?? [])];

  const names = new Map<UnitId, Unit[]>();
  for (const unit of all) if (unit.successor && unit.key.includes('~')) add(names, unit.successor, unit);

  const place = (kind: Unit['kind'], adminCode: string | null) =>
    adminCode === null ? undefined : places.get(`${kind} ${adminCode}`);
  const mainCentres = standing.filter(
    ({ kind }) => kind === 'provincial-centre' || kind === 'ministry-centre',
  );

  return {
    day,
    byId: (id) => ids.get(id),
    get(id) {
      const unit = ids.get(id);
      if (!unit) throw new Error(`There is no unit ${id}`);
      return unit;
    },
    byKey: (key) => keys.get(key),
    byCode: (code) => codes.get(code),
    children: (id) => children.get(id) ?? [],
    parentOf,
    isUnder(id, ancestor) {
      const seen = new Set<UnitId>();
      let unit = successorOf(id);
      if (id === ancestor) return true;
      while (unit && !seen.has(unit.id)) {
        if (unit.id === ancestor) return true;
        seen.add(unit.id);
        unit = parentOf(unit.id);
      }
      return false;
    },
    below(id) {
      const found = new Set<UnitId>();
      const visit = (each: UnitId): void => {
        if (found.has(each)) return;
        for (const one of withFormer(each)) found.add(one);
        for (const child of children.get(each) ?? []) visit(child.id);
      };
      visit(id);
      return [...found];
    },
    withFormer,
    successorOf,
    nameOn(id, on) {
      const then = names.get(id)?.find((unit) => standsOn(unit, on));
      return (then ?? ids.get(id))?.name ?? '';
    },
    centreOf(id) {
      const unit = successorOf(id);
      if (!unit) return undefined;
      if (unit.kind === 'commune-centre' || mainCentres.includes(unit)) return unit;
      return place('commune-centre', unit.adminCode) ?? mainCentres[0];
    },
    committeeFor: (communeCode) => place('commune-committee', communeCode),
    policeFor: (communeCode) => place('commune-police', communeCode),
    centres: () => [...mainCentres, ...standing.filter((unit) => unit.kind === 'commune-centre')],
    ofKind: (...kinds) => standing.filter((unit) => kinds.includes(unit.kind)),
    head: () => standing.find(({ kind }) => kind === 'province' || kind === 'ministry'),
  };
}
