import type { CodeLists } from '#capabilities/forms';
import type { UnitDirectory } from '#capabilities/organisations';
import type { LocalText } from '#kernel/text';
import type { PlaceKind } from '#surfaces/shared';
import type { FieldOption, FieldSpec } from './fields.ts';

/** Where the procedure will apply: a province with its communes, or a ministry, which has departments and no territory. */
export interface Where {
  readonly kind: PlaceKind;
  readonly directory: Pick<UnitDirectory, 'ofKind'>;
}

/** Choices that only the other kind of place has, by where they stand. */
const elsewhere: Readonly<Record<string, Readonly<Partial<Record<PlaceKind, readonly string[]>>>>> = {
  'competence.level': {
    province: ['ministry'],
    ministry: ['commune', 'province', 'commune-police', 'provincial-police'],
  },
  setBy: { ministry: ['province-council'] },
};

const departmentKinds = { province: ['department'], ministry: ['ministry-department'] } as const;
const departmentLabel: LocalText = { vi: 'Cục, vụ giải quyết', en: 'Department that decides' };

/** The fields as this place needs them: nothing is offered that nobody there could do, and departments have their names. */
export const forPlace = (specs: readonly FieldSpec[], where: Where): readonly FieldSpec[] =>
  specs.map((spec) => {
    if (spec.path === 'competence.department') return departmentField(spec, where);
    // The place is told by a commune, and a ministry has none.
    if (spec.path === 'competence.by' && where.kind === 'ministry') return { ...spec, options: () => [] };
    const hidden = elsewhere[spec.path]?.[where.kind];
    const { options } = spec;
    if (hidden === undefined || options === undefined) return spec;
    return {
      ...spec,
      options: (definition) => options(definition).filter(({ value }) => !hidden.includes(value)),
    };
  });

function departmentField(spec: FieldSpec, { kind, directory }: Where): FieldSpec {
  const { hint: _, rare: __, ...asked } = spec;
  const named: readonly FieldOption[] = directory
    .ofKind(...departmentKinds[kind])
    .map(({ key, name }) => ({ value: key, text: { vi: name } }));
  return {
    ...(kind === 'ministry' ? { ...asked, label: departmentLabel } : spec),
    kind: 'one',
    options({ competence: { department } }) {
      const known = department === undefined || named.some(({ value }) => value === department);
      return known ? named : [...named, { value: department, text: { vi: department } }];
    },
  };
}

/** Lists of places that hold nothing here are not offered: a ministry has no communes of its own. */
export const forLists = (specs: readonly FieldSpec[], lists: CodeLists): readonly FieldSpec[] =>
  specs.map((spec) => {
    const { options } = spec;
    if (spec.path !== 'optionsFrom' || options === undefined) return spec;
    return {
      ...spec,
      options: (definition) => options(definition).filter(({ value }) => lists.items(value)?.length !== 0),
    };
  });
