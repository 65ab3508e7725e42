import { createHash } from 'node:crypto';
import type { UnitId } from '#kernel/ids';

/**
 * Identifier of a thing of the sample, always the same for the same key: SHA-256 of the key in the form of UUID
 * version 8 (RFC 9562), so that demo accounts and tests can name units and people before the database exists.
 */
export function sampleId<T extends string>(key: string): T {
  const hex = createHash('sha256').update(`motcua sample ${key}`).digest('hex');
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) & 3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as T;
}

export const unitId = (key: string): UnitId => sampleId<UnitId>(`unit ${key}`);
