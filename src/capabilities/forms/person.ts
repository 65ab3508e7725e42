import type { LocalText } from '#kernel/text';
import type { Condition } from './condition.ts';
import { type PersonPart, type PlacedPerson, personParts, type Question } from './questions.ts';

type Drawn = Omit<Question, 'required' | 'label'> & { readonly label: LocalText };
type Build = (id: (end: string) => string, person: PlacedPerson) => readonly Drawn[];

const asks = ({ parts }: PlacedPerson, part: PersonPart): boolean => parts.includes(part);
/** A personal number, and an ethnic group in its papers, has who is Vietnamese (Luật Căn cước 26/2023/QH15 art. 12). */
const ifVietnamese = (id: (end: string) => string, person: PlacedPerson): { readonly if?: Condition } =>
  asks(person, 'nationality') ? { if: { q: id('QuocTich'), is: 'VN' } } : {};

/** Ids end as the ministries' exchange ends them (`meHoTen`, `meNgaySinh`). */
const builds: Readonly<Record<PersonPart, Build>> = {
  name: (id) => [
    {
      id: id('HoTen'),
      type: 'text',
      label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
      format: 'person-name',
      maxLength: 100,
    },
  ],
  birthDate: (id) => [
    {
      id: id('NgaySinh'),
      type: 'date',
      label: { vi: 'Ngày sinh', en: 'Birth date' },
      rule: 'not-future',
    },
  ],
  sex: (id, { sexIs }) =>
    sexIs === undefined
      ? [{ id: id('GioiTinh'), type: 'choice', label: { vi: 'Giới tính', en: 'Sex' }, optionsFrom: 'sexes' }]
      : [],
  nationality: (id) => [
    { id: id('QuocTich'), type: 'nationality', label: { vi: 'Quốc tịch', en: 'Nationality' } },
  ],
  ethnicGroup: (id, person) => [
    {
      id: id('DanToc'),
      type: 'ethnic-group',
      label: { vi: 'Dân tộc', en: 'Ethnic group' },
      ...ifVietnamese(id, person),
    },
  ],
  personalNumber: (id, person) => [
    {
      id: id('SoDinhDanh'),
      type: 'personal-number',
      label: { vi: 'Số định danh', en: 'Personal number' },
      ...ifVietnamese(id, person),
      agreesWith: {
        ...(asks(person, 'birthDate') ? { birthDate: id('NgaySinh') } : {}),
        ...(person.sexIs === undefined
          ? asks(person, 'sex')
            ? { sex: id('GioiTinh') }
            : {}
          : { sexIs: person.sexIs }),
      },
    },
  ],
  document: (id) => [
    {
      id: id('LoaiGiayTo'),
      type: 'choice',
      label: { vi: 'Loại giấy tờ tùy thân', en: 'Identity document' },
      optionsFrom: 'identity-document-types',
    },
    {
      id: id('SoGiayTo'),
      type: 'text',
      label: { vi: 'Số giấy tờ tùy thân', en: 'Number of the identity document' },
      if: { q: id('LoaiGiayTo'), answered: true },
      maxLength: 20,
    },
  ],
  residence: (id) => [
    { id: id('NoiCuTru'), type: 'commune-address', label: { vi: 'Nơi cư trú', en: 'Residence' } },
  ],
};

/** What is held about the one who files, by part (`person.name`); documents are held by nobody. */
const held: Partial<Record<PersonPart, string>> = {
  name: 'person.name',
  birthDate: 'person.birthDate',
  sex: 'person.sex',
  nationality: 'person.nationality',
  ethnicGroup: 'person.ethnicGroup',
  personalNumber: 'person.personalNumber',
  residence: 'person.address',
};

/** The questions about one person, in the order of `personParts`, whatever order the definition names them in. */
export function questionsOfPerson(person: PlacedPerson): readonly Question[] {
  const { id: prefix, of, optional = [], prefill, prefillIf } = person;
  const id = (end: string) => prefix + end;
  return personParts
    .filter((part) => asks(person, part))
    .flatMap((part) => {
      const source = prefill === undefined ? undefined : held[part];
      return builds[part](id, person).map(
        (question): Question => ({
          ...question,
          label: {
            vi: `${question.label.vi} ${of.vi}`,
            en: `${question.label.en ?? question.label.vi} ${of.en ?? of.vi}`,
          },
          required: !optional.includes(part),
          from: `person.${question.id.slice(prefix.length)}`,
          ...(source === undefined ? {} : { prefill: source, ...(prefillIf ? { prefillIf } : {}) }),
        }),
      );
    });
}
