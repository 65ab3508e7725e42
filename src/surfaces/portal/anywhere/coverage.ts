import {
  type CountedProcedure,
  type CountedUnit,
  type Coverage,
  coverageByField,
  coverageByUnit,
  coverageOf,
  type NamedCoverage,
  type Offer,
} from '#capabilities/catalogue';
import type { Unit, UnitDirectory } from '#capabilities/organisations';
import type { Doors } from '#surfaces/shared';

export interface Whole {
  readonly day: string;
  readonly all: Coverage;
  readonly byField: readonly NamedCoverage[];
  readonly byUnit: readonly NamedCoverage[];
  readonly procedures: readonly (CountedProcedure & {
    /** Decision and first day, where one speaks of it. */
    readonly by: { readonly decision: string; readonly from_day: string } | undefined;
  })[];
}

/** Counted once for each picture of the decisions (`offer()`), not for each reader. */
export function rememberedCoverage(doors: Doors): () => Promise<Whole> {
  const known = new WeakMap<Offer, Promise<Whole>>();
  return async () => {
    const offer = await doors.catalogue.offer();
    const whole = known.get(offer) ?? wholeCoverage(doors, offer);
    known.set(offer, whole);
    whole.catch(() => known.delete(offer));
    return whole;
  };
}

/** What may be filed at any centre today: over all, by field, and by the authority that decides. */
async function wholeCoverage(doors: Doors, offer: Offer): Promise<Whole> {
  const [counted, directory] = await Promise.all([doors.catalogue.counted(), doors.units.directory()]);
  const handledBy = (unit: Unit, { code }: CountedProcedure): boolean =>
    offer.serviceLevel(code, 'full', unit.id) !== 'not-handled';
  return {
    day: offer.day,
    all: coverageOf(counted),
    byField: coverageByField(counted),
    byUnit: coverageByUnit(counted, authorities(directory, handledBy)),
    procedures: counted.map((each) => ({ ...each, by: offer.anywhereBy(each.code) })),
  };
}

type Decides = CountedUnit['decides'];

/** Authorities that decide, the province first; what no department is named for counts with the head. */
function authorities(
  directory: UnitDirectory,
  handles: (unit: Unit, procedure: CountedProcedure) => boolean,
): readonly CountedUnit[] {
  const of = (kind: Unit['kind'], decides: (unit: Unit) => Decides): readonly CountedUnit[] =>
    directory.ofKind(kind).map((unit) => ({
      name: unit.name,
      decides: (procedure) => decides(unit)(procedure) && handles(unit, procedure),
    }));
  const level =
    (wanted: CountedProcedure['decider']['level']): (() => Decides) =>
    () =>
    ({ decider }) =>
      decider.level === wanted;
  return [
    ...of(
      'province',
      () =>
        ({ decider }) =>
          decider.level === 'province' && decider.department === undefined,
    ),
    ...of(
      'department',
      (unit) =>
        ({ decider }) =>
          decider.level === 'province' && decider.department === unit.key,
    ),
    ...of('provincial-police', level('provincial-police')),
    ...of('commune-committee', level('commune')),
    ...of('commune-police', level('commune-police')),
  ];
}

/** Neighbours with the same figures in one line, for a hundred communes mostly have the same. */
export function gathered(
  units: readonly NamedCoverage[],
): readonly (NamedCoverage & { readonly more: number })[] {
  const lines: (NamedCoverage & { more: number })[] = [];
  for (const unit of units) {
    const same = lines.find(
      ({ listed, of, name }) =>
        listed === unit.listed && of === unit.of && kindOf(name) === kindOf(unit.name),
    );
    if (same) same.more += 1;
    else lines.push({ ...unit, more: 0 });
  }
  return lines;
}

/** `Ủy ban nhân dân xã An Phú` and `UBND phường Bình Đức` are of one kind, a department of another. */
const kindOf = (name: string): string =>
  /^(ủy ban nhân dân|ubnd) (xã|phường|đặc khu)/iu.test(name)
    ? 'committee'
    : /^công an (xã|phường|đặc khu)/iu.test(name)
      ? 'police'
      : name;
