import type { Clock, Instant } from '#kernel/time';

/** So many wrong tries within the window; then the pair of address and code rests until the window is over. */
const most = 5;
export const restMinutes = 10;
const window = restMinutes * 60_000;
/** Bounds the memory: an attacker with many addresses makes us forget, but each of them is still held by its own rate. */
const mostKept = 20_000;

/**
 * Counts wrong secrets per network address and code together. Never per code alone: then anybody who knows a code could
 * lock out the person whose dossier it is. A secret has 39 bits, so the pair is protection enough.
 */
export class Guesses {
  readonly #clock: Clock;
  readonly #wrong = new Map<string, { count: number; since: Instant }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  exhausted(address: string, code: string): boolean {
    const known = this.#wrong.get(`${address} ${code}`);
    return known !== undefined && this.#clock.now() - known.since < window && known.count >= most;
  }

  wrong(address: string, code: string): void {
    const key = `${address} ${code}`;
    const now = this.#clock.now();
    const known = this.#wrong.get(key);
    if (known && now - known.since < window) known.count += 1;
    else {
      if (this.#wrong.size >= mostKept) this.#wrong.clear();
      this.#wrong.set(key, { count: 1, since: now });
    }
  }
}
