import { createHash } from 'node:crypto';
import type { OfficialsPlan } from './plan.ts';

/** Of everything that taking the file would do, but not of the moment from which what begins at once begins. */
export function fingerprintOf({ rows }: OfficialsPlan): string {
  const told = rows.map(({ row, faults, steps }) => [
    row,
    faults.map(({ code, column }) => `${code} ${column ?? ''}`),
    steps.map((step) => [
      step.does,
      'unit' in step && step.unit,
      'role' in step && step.role,
      'until' in step && step.until,
      'fields' in step && step.fields,
    ]),
  ]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}
