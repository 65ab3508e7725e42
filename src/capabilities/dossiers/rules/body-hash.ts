import { createHash } from 'node:crypto';

/** JSON with sorted keys, so that the same content always has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Fingerprint of what is submitted: a repeated key with another fingerprint is another wish, not a retry. */
export const bodyHash = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('hex');
