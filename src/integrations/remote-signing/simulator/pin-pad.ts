import type { Clock, Instant } from '#kernel/time';

/** Of every invented holder, and said on the page. */
export const demoPin = '123456';
const mostTries = 5;
const lockedMs = 5 * 60_000;

export type Tried =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked'; readonly until: Instant };

/** Counts wrong tries of each credential; after five it listens to nobody for five minutes. */
export class PinPad {
  readonly #clock: Clock;
  readonly #wrong = new Map<string, { readonly times: number; readonly until: Instant }>();
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  lockedUntil(credential: string): Instant | undefined {
    const wrong = this.#wrong.get(credential);
    return wrong && wrong.times >= mostTries && wrong.until > this.#clock.now() ? wrong.until : undefined;
  }

  try(credential: string, pin: string): Tried {
    const until = this.lockedUntil(credential);
    if (until !== undefined) return { kind: 'locked', until };
    if (pin.replaceAll(/\s/g, '') === demoPin) {
      this.#wrong.delete(credential);
      return { kind: 'right' };
    }
    const before = this.#wrong.get(credential);
    const over = before === undefined || before.until <= this.#clock.now();
    const times = (over ? 0 : before.times) + 1;
    const next = { times, until: this.#clock.now() + lockedMs };
    this.#wrong.set(credential, next);
    return times >= mostTries
      ? { kind: 'locked', until: next.until }
      : { kind: 'wrong', left: mostTries - times };
  }
}
