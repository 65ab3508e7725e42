/** Where people who gave up had come to: the last page that holds an answer. */
export interface LeftAt {
  readonly page: string;
  readonly title: string;
  readonly drafts: number;
}

/** What real dossiers of a procedure asked of people, over a year; sums, so that averages can be made exactly. */
export interface BurdenMeasure {
  /** Dossiers of the last twelve months. */
  readonly dossiers: number;
  /** Filed online in the last ninety days: as long as drafts are kept. */
  readonly onlineRecent: number;
  /** Percent filed online in the last ninety days. */
  readonly onlineShare: number;
  /** Questions answered, papers handed in, requests for more, over all those dossiers. */
  readonly questions: number;
  readonly documents: number;
  readonly supplements: number;
  /** Dossiers that were asked for more at least once. */
  readonly supplemented: number;
  /** Begun online, not sent, untouched for a week, by the last page answered; of the version in force. */
  readonly left: readonly LeftAt[];
  /** Not one page answered. */
  readonly leftAtStart: number;
}

/** Drafts given up out of all that were begun online, in tenths of a percent; undefined where nothing was begun. */
export function abandonment({ left, leftAtStart, onlineRecent }: BurdenMeasure): number | undefined {
  const given = leftAtStart + left.reduce((sum, { drafts }) => sum + drafts, 0);
  const begun = given + onlineRecent;
  return begun === 0 ? undefined : Math.round((given * 1000) / begun);
}

/** An average with one decimal, as a number of tenths; undefined without dossiers. */
export const averageTenths = (sum: number, dossiers: number): number | undefined =>
  dossiers === 0 ? undefined : Math.round((sum * 10) / dossiers);
