import type { Clock } from '#kernel/time';

const failuresToOpen = 5;
const openFor = 15_000;

/**
 * Spares people the wait for a provider that does not answer: after five failures in a row nobody asks it for
 * fifteen seconds; then one tries, and the first success closes the circuit.
 */
export class Breaker {
  readonly #clock: Clock;
  #failures = 0;
  #openUntil = 0;
  #trying = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether a call may go out now; while half open, only the first that asks. */
  mayTry(): boolean {
    if (this.#failures < failuresToOpen) return true;
    if (this.#clock.now() < this.#openUntil || this.#trying) return false;
    this.#trying = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#trying = false;
  }

  failed(): void {
    this.#failures++;
    this.#trying = false;
    if (this.#failures >= failuresToOpen) this.#openUntil = this.#clock.now() + openFor;
  }

  /** The call ended without telling whether the provider lives, e.g. on a forged answer. */
  undecided(): void {
    this.#trying = false;
  }
}
