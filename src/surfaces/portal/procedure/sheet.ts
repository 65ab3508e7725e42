import type { Channel } from '#capabilities/forms';
import type { PlaceWords } from '#surfaces/shared';

/** A procedure as it is read: the same shape whether it comes from a published form or from the national list alone. */
export interface ProcedureSheet {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Filed here, now, by anyone. */
  readonly online: boolean;
  readonly subjects: readonly string[];
  readonly decidedBy: string;
  /** Where it is filed, in the words of the place. */
  readonly place: PlaceWords;
  readonly times: readonly TimeLine[];
  readonly fees: readonly FeeLines[];
  /** Which table of fees this is; absent where the national list alone tells them. */
  readonly feeTable?: string;
  readonly papers: readonly PaperGroup[];
  /** Names of steps, or the text of the national list. */
  readonly steps: readonly string[];
  readonly stepsText: string;
  readonly results: readonly string[];
  readonly conditions: string;
  readonly basis: readonly string[];
  readonly notes: readonly string[];
  /** Sentences about what is a sample default, and where the record comes from. */
  readonly honesty: readonly string[];
}

export interface TimeLine {
  readonly channels: readonly Channel[];
  readonly text: string;
  /** "Trường hợp …" or the ground. */
  readonly note?: string;
}
export interface FeeLines {
  readonly name: string;
  readonly amounts: readonly string[];
  readonly exemptions: readonly string[];
  readonly basis: string;
  /** What lowers it: on which channel, by what law, until when. */
  readonly reductions?: readonly string[];
  /** Who sets it, when it is paid, whether it comes back. */
  readonly note?: string;
}
export interface PaperLine {
  readonly name: string;
  readonly counts: string;
  /** When it is asked for, what answers for it, a hint. */
  readonly notes: readonly string[];
  readonly alternatives: readonly string[];
}
export interface PaperGroup {
  readonly title: string;
  readonly items: readonly PaperLine[];
}
