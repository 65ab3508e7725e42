import type { Competence } from '#capabilities/forms';
import type { NationalProcedure } from '../procedure.ts';

/** Who decides a procedure, as far as its record tells: the published version says it, else level and agency of the national list. */
export function deciderOf(
  national: Pick<NationalProcedure, 'levels' | 'agency' | 'ministry'>,
  published: Competence | null,
): Pick<Competence, 'level' | 'department'> {
  if (published) {
    const { level, department } = published;
    return { level, ...(department === undefined ? {} : { department }) };
  }
  const police = /công an/iu.test(national.agency) || national.ministry === 'Bộ Công an';
  if (national.levels.includes('commune')) return { level: police ? 'commune-police' : 'commune' };
  if (national.levels.includes('province')) return { level: police ? 'provincial-police' : 'province' };
  return { level: 'ministry' };
}
