/** The invariants of ACCEPTANCE §1 that this oracle judges. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I5' | 'I6' | 'I7' | 'I9' | 'I10';

export interface Finding {
  readonly invariant: Invariant;
  readonly what: string;
}

/** What was looked at and what was broken: an oracle that looked at nothing proves nothing. */
export class Findings {
  readonly looked: Partial<Record<Invariant, number>> = {};
  readonly broken: Finding[] = [];
  /** Cases the oracle has no opinion on, by reason. */
  readonly unjudged: Record<string, number> = {};

  look(invariant: Invariant, count = 1): void {
    this.looked[invariant] = (this.looked[invariant] ?? 0) + count;
  }
  break(invariant: Invariant, what: string): void {
    this.broken.push({ invariant, what });
  }
  pass(reason: string): void {
    this.unjudged[reason] = (this.unjudged[reason] ?? 0) + 1;
  }
}
