import type { Outcome } from '#kernel/outcome';
import type { Verifier } from '#platform/tlog';

/** Somebody outside who keeps in mind what the log said, and signs only what extends it (c2sp.org/tlog-witness). */
export interface Witness {
  readonly verifier: Verifier;
  /** Sends `add-checkpoint`. Refused when nobody answers; whatever is answered is looked at here. */
  add(body: string): Promise<Outcome<{ readonly status: number; readonly body: string }>>;
}
