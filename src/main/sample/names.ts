import type { Chance } from './chance.ts';
import { sampleJson } from './files.ts';

interface NameParts {
  readonly family: readonly { readonly name: string; readonly weight: number }[];
  readonly middle: Readonly<Record<'M' | 'F', readonly { readonly name: string; readonly count: number }[]>>;
  readonly given: Readonly<Record<'M' | 'F', readonly { readonly name: string; readonly count: number }[]>>;
}
/** `1` male, `2` female, as the national list numbers them. */
export type Sex = '1' | '2';

let parts: NameParts | undefined;
/** Name parts as often as they occur; the counts describe people, no full name was kept (samples/SOURCES.md). */
const nameParts = (): NameParts => (parts ??= sampleJson<NameParts>('national/person_names.json'));

/** Khmer names of An Giang are made of their own parts; a Kinh middle name between them would be wrong. */
const khmer = {
  family: ['Danh', 'Chau', 'Néang', 'Thạch', 'Sơn'],
  given: {
    '1': [
      'Sóc Kha',
      'Phi Rum',
      'Sà Rây',
      'Sô Phol',
      'Rít',
      'Bình',
      'Sang',
      'Minh Tuấn',
      'Thanh Hùng',
      'Quốc Việt',
    ],
    '2': [
      'Sóc Khoeun',
      'Sa Mút',
      'Srây Mom',
      'Chanh Thy',
      'Kim Hương',
      'Thị Lan',
      'Sô Phia',
      'Mỹ Duyên',
      'Ngọc Hân',
    ],
  },
} as const;

export const familyName = (chance: Chance, isKhmer: boolean): string =>
  isKhmer
    ? chance.pick(khmer.family.filter((name) => name !== 'Néang'))
    : chance.weigh(
        nameParts().family.filter((one) => !khmer.family.some((own) => own === one.name)),
        (one) => one.weight,
      ).name;

/** Older people bear the plain middle names Văn and Thị more often. */
export function personName(
  chance: Chance,
  who: { readonly family: string; readonly sex: Sex; readonly khmer?: boolean; readonly older?: boolean },
): string {
  if (who.khmer) {
    // Néang before the name of a woman, Chau before that of a man: the custom of Tri Tôn and Tịnh Biên.
    const family = who.sex === '2' && who.family === 'Chau' ? 'Néang' : who.family;
    return `${family} ${chance.pick(khmer.given[who.sex])}`;
  }
  const letter = who.sex === '1' ? 'M' : 'F';
  const plain = who.sex === '1' ? 'Văn' : 'Thị';
  const { middle, given } = nameParts();
  const commonMiddle = middle[letter].slice(0, 30);
  const commonGiven = given[letter].slice(0, 90);
  const first = chance.percent(who.older ? 60 : 18)
    ? plain
    : chance.weigh(commonMiddle, (one) => one.count).name;
  const own = chance.weigh(
    commonGiven.filter((one) => one.name !== first && one.name !== who.family),
    (one) => one.count,
  ).name;
  return `${who.family} ${first} ${own}`;
}
