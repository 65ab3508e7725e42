import { z } from 'zod';
import type { Level, SearchFilters } from '#capabilities/catalogue';
import type { Say } from '../words/say.ts';

const word = z.string().max(200).catch('').default('');
/** What the address of a search holds; anything unreadable counts as not asked. */
export const searchInput = z.object({
  q: word,
  'linh-vuc': word,
  cap: word,
  'doi-tuong': word,
  'co-quan': word,
  'su-kien': word,
  'thiet-yeu': word,
  trang: z.coerce.number().int().min(1).max(500).catch(1).default(1),
});
export type SearchInput = z.output<typeof searchInput>;
export const filterNames = ['linh-vuc', 'cap', 'doi-tuong', 'co-quan', 'su-kien', 'thiet-yeu'] as const;
export type FilterName = (typeof filterNames)[number];

/** Levels by the word in the address. */
const levels: Readonly<Record<string, Level>> = { xa: 'commune', tinh: 'province', bo: 'ministry' };

export const levelOptions = (say: Say) => [
  { value: 'xa', text: say('Cấp xã', 'Commune') },
  { value: 'tinh', text: say('Cấp tỉnh', 'Province') },
  { value: 'bo', text: say('Cấp bộ', 'Ministry') },
];

/** Lists of essential services by the word in the address. */
export const essentialOptions = (say: Say) => [
  { value: '25', text: say('25 dịch vụ thiết yếu', 'The 25 essential services') },
  { value: '53', text: say('53 dịch vụ thiết yếu', 'The 53 essential services') },
];
export const essentialList = (input: SearchInput): '25' | '53' | undefined => {
  const asked = input['thiet-yeu'];
  return asked === '25' || asked === '53' ? asked : undefined;
};

/** Kinds of people and bodies of the national list, in the words of the list. */
export const subjects = [
  'Công dân Việt Nam',
  'Người Việt Nam định cư ở nước ngoài',
  'Người nước ngoài',
  'Doanh nghiệp',
  'Hợp tác xã',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)',
  'Cán bộ, công chức, viên chức',
];

export function filtersOf(input: SearchInput): SearchFilters {
  const level = levels[input.cap];
  return {
    ...(input['linh-vuc'] ? { field: input['linh-vuc'] } : {}),
    ...(level ? { level } : {}),
    ...(input['doi-tuong'] ? { subject: input['doi-tuong'] } : {}),
    ...(input['co-quan'] ? { agency: input['co-quan'] } : {}),
    ...(input['su-kien'] ? { lifeEvent: input['su-kien'] } : {}),
  };
}

/** The address of the same search with some parts changed; an empty part is left out. */
export function searchAddress(input: Partial<SearchInput>, change: Partial<SearchInput> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...input, ...change }))
    if (value !== '' && value !== undefined && !(name === 'trang' && value === 1))
      query.set(name, String(value));
  const text = query.toString();
  return text ? `/thu-tuc?${text}` : '/thu-tuc';
}
