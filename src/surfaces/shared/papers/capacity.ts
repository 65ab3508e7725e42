import type { UnitKind } from '#capabilities/organisations';
import type { UnitId } from '#kernel/ids';
import { type PaperPlaces, unitOf } from './source.ts';

/** Who signs for an agency: the title as it stands in their account, and whether the right to sign is only lent. */
export interface Signatory {
  readonly title: string;
  readonly lent: boolean;
}

interface Head {
  /** A body that decides together signs through its head. */
  readonly body?: string;
  readonly title: string;
}

function headOfKind(kind: UnitKind, name: string): Head {
  switch (kind) {
    case 'province':
    case 'commune-committee':
      return { body: 'Ủy ban nhân dân', title: 'Chủ tịch' };
    case 'commune-police':
      return { title: 'Trưởng Công an' };
    case 'provincial-police':
      return { title: 'Giám đốc Công an' };
    case 'department':
      return { title: 'Giám đốc' };
    case 'ministry':
      return { title: 'Bộ trưởng' };
    case 'ministry-department':
      return { title: name.startsWith('Vụ ') ? 'Vụ trưởng' : 'Cục trưởng' };
    case 'ministry-centre':
      return { title: 'Trưởng Bộ phận Một cửa' };
    default:
      return { title: 'Giám đốc Trung tâm' };
  }
}

const begins = (title: string, word: string): boolean =>
  title.toLocaleLowerCase('vi').startsWith(word.toLocaleLowerCase('vi'));

/**
 * The lines above a signature (NĐ 30/2020, Phụ lục I, phần I, mục II, khoản 7): TM. for a body that decides together, KT. for
 * a deputy in the place of the head, Q. for whoever is given the powers of the head, TL. by order of the head, TUQ. with a
 * right that is lent. A title that is not known is not guessed.
 */
export function capacityLines(kind: UnitKind, name: string, signatory?: Signatory): readonly string[] {
  const { body, title: head } = headOfKind(kind, name);
  const together = body === undefined ? [] : [`TM. ${body}`];
  const title = signatory?.title.trim() ?? '';
  if (begins(title, 'phó ')) return [...together, `KT. ${head}`, title];
  if (begins(title, 'quyền ') || begins(title, 'q. ')) return [...together, `Q. ${head}`];
  if (signatory?.lent) return [`TUQ. ${head}`, ...(title === '' ? [] : [title])];
  if (title === '') return body === undefined ? [head] : together;
  if (begins(title, head) || begins(title, 'chủ tịch') || begins(title, head.split(' ')[0] ?? head))
    return [...together, title];
  return [`TL. ${head}`, title];
}

/** As it stands on a paper, line by line. */
export function capacityOf(places: PaperPlaces, unit: UnitId, signatory?: Signatory): string {
  const { kind, name } = unitOf(places, unit);
  return capacityLines(kind, name, signatory).join('\n');
}
