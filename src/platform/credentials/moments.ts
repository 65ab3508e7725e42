import { z } from 'zod';
import type { Instant } from '#kernel/time';

/** NumericDate of tokens: seconds since 1970 (RFC 7519 §2), before the year 9999. */
export const seconds = z.number().int().min(0).max(253_370_764_800);
export const secondsOf = (at: Instant): number => Math.floor(at / 1000);
export const instantOf = (count: number): Instant => count * 1000;
/** How far two clocks may differ. */
export const skew = 60_000;
