import type { z } from 'zod';
import { compareText, foldText } from '#kernel/text';
import type { areaRow } from './queries/index.ts';

/** A province (code of 2 digits) or a commune (5 digits) as they stand since 1 July 2025. */
export interface Area {
  readonly code: string;
  readonly level: 'province' | 'commune';
  readonly name: string;
  /** With its kind: `Phường Long Xuyên`. */
  readonly fullName: string;
  readonly provinceCode: string;
  readonly kind: string;
}

/** A ward of the three tiers before 1 July 2025. A district without wards has ward code `''`. */
export interface OldWard {
  readonly province: string;
  readonly district: string;
  readonly ward: string;
}

export interface SuccessorOfWard {
  readonly commune: Area;
  readonly oldName: string;
  /** Only a part of the ward went there: the person must choose. */
  readonly split: boolean;
}

export interface AreaDirectory {
  provinces(): readonly Area[];
  provinceByCode(code: string): Area | undefined;
  communes(provinceCode: string): readonly Area[];
  communeByCode(code: string): Area | undefined;
  /** Communes whose name holds the words, with or without accents; at most `limit`. */
  findCommunes(words: string, provinceCode?: string, limit?: number): readonly Area[];
}

export function buildAreas(rows: readonly z.output<typeof areaRow>[]): AreaDirectory {
  const all = rows
    .map(
      (row): Area => ({
        code: row.code,
        level: row.level,
        name: row.name,
        fullName: row.full_name,
        provinceCode: row.province_code,
        kind: row.kind,
      }),
    )
    .sort((a, b) => compareText(a.name, b.name));
  const byCode = new Map(all.map((area) => [area.code, area]));
  const provinces = all.filter((area) => area.level === 'province');
  const communes = Map.groupBy(
    all.filter((area) => area.level === 'commune'),
    (area) => area.provinceCode,
  );
  const folded = new Map(all.map((area) => [area, foldText(area.fullName)]));
  const at = (code: string, level: Area['level']) => {
    const area = byCode.get(code);
    return area?.level === level ? area : undefined;
  };
  return {
    provinces: () => provinces,
    provinceByCode: (code) => at(code, 'province'),
    communes: (provinceCode) => communes.get(provinceCode) ?? [],
    communeByCode: (code) => at(code, 'commune'),
    findCommunes(words, provinceCode, limit = 20) {
      const wanted = foldText(words);
      if (wanted === '') return [];
      const among = provinceCode
        ? (communes.get(provinceCode) ?? [])
        : all.filter((area) => area.level === 'commune');
      return among.filter((area) => folded.get(area)?.includes(wanted)).slice(0, limit);
    },
  };
}
