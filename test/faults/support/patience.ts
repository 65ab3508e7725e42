import { contention } from '../../run/contention.ts';

const given = Number(process.env['MOTCUA_TEST_SLOWNESS'] ?? 1) || 1;
let worst = 1;

/**
 * Limits are those of a quiet machine. Others that share its processors stretch them, at most fourfold: asked before the
 * work or after it, for looking takes a tenth of a second of a processor in which nothing else of this process happens.
 */
export function stretch(): number {
  worst = Math.max(worst, contention());
  return given * worst;
}

/** So many ms of a quiet machine. */
export const patient = (ms: number): number => ms * stretch();
