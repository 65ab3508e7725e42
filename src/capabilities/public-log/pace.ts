/** Pause between two looks at everything, in ms. */
export const lookEveryMs = 20_000;
/** A look may take a fifth of the time: one that took long is followed by so many times its length. */
const restsFor = 4;

export const restAfter = (lookMs: number): number => lookMs * restsFor;

/**
 * How long a change in the database stays unnamed at the most, in ms: it is made right behind the eye of one look, and found at
 * the end of the next. With looks of up to ten seconds that is a minute.
 */
export const namedWithin = (lookMs: number): number =>
  // The job is woken by its pause; a rest ends with the pause in which it ends.
  Math.max(1, Math.ceil(restAfter(lookMs) / lookEveryMs)) * lookEveryMs + 2 * lookMs;
