import type { Clock, Instant } from '#kernel/time';

/** Drift that time servers correct all the time; more than this at once is somebody's hand or a broken machine. */
const tolerated = 2000;
/** Corrections are followed at most this fast, so that no two readings ever go backwards or leap. */
const slewPerSecond = 50;

/**
 * Follows the time that passes (which no one can set) instead of the wall clock (which anyone can). A small difference is
 * followed slowly; a jump of the wall clock is not followed but reported, until a person restarts the product: deadlines
 * neither expire in a minute nor come to life again.
 */
export class SteadyClock implements Clock {
  readonly #wall: () => Instant;
  readonly #passed: () => number;
  #base: Instant;
  #since: number;
  #skew = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(wall: () => Instant = Date.now, passed: () => number = () => performance.now()) {
    this.#wall = wall;
    this.#passed = passed;
    this.#base = wall();
    this.#since = passed();
  }

  now(): Instant {
    const passed = this.#passed() - this.#since;
    const steady = this.#base + passed;
    this.#skew = this.#wall() - steady;
    if (passed > 1000 && Math.abs(this.#skew) <= tolerated) {
      const most = (passed / 1000) * slewPerSecond;
      this.#base = steady + Math.max(-most, Math.min(most, this.#skew));
      this.#since += passed;
    }
    this.#last = Math.max(this.#last, Math.floor(steady));
    return this.#last;
  }

  /** How far the wall clock is away, in ms. Beyond two seconds it was set while we ran: an alarm, and the sweeps stand still. */
  skew(): number {
    this.now();
    return Math.abs(this.#skew) > tolerated ? this.#skew : 0;
  }
}
