export type Level = 'ministry' | 'province' | 'commune' | 'other';
export type ChannelKind = 'online' | 'post' | 'direct';
export type TimeUnit = 'working_day' | 'day' | 'hour' | 'month';

/**
 * What a fee text says. `free`: nothing is owed. `amount`: one sum in đồng. `in-text`: sums stand in the text and
 * depend on the case. `set-elsewhere`: a council or circular sets it ("Miễn phí (theo quy định của HĐND)").
 * `foreign`: in a foreign currency. `unknown`: the source is silent or contradicts itself.
 */
export type FeeMeaning = 'free' | 'amount' | 'in-text' | 'set-elsewhere' | 'foreign' | 'unknown';

export interface NationalChannel {
  readonly channel: ChannelKind;
  /** A number of `unit`, rarely with half days. A time without unit is what the portal shows: a number and nothing else. */
  readonly time?: number;
  readonly unit?: TimeUnit;
  readonly timeNote?: string;
  /** The words of the source, always kept. */
  readonly feeText: string;
  readonly fee: FeeMeaning;
  /** Đồng, only where `fee` is `free` (0) or `amount`. */
  readonly amount?: number;
}

export type DocumentGroup = 'submit' | 'show' | 'note';

export interface NationalDocument {
  readonly name: string;
  readonly group: DocumentGroup;
  readonly originals: number;
  readonly copies: number;
  /** False where the source gives 0 and 0 for a real paper: ask the officer, do not print "0 bản". */
  readonly countKnown: boolean;
  /** Demanded only in the case its text begins with ("Trường hợp …"). */
  readonly conditional: boolean;
  /** Papers that may stand in its place, in the order the text names them. */
  readonly alternatives: readonly string[];
  readonly forms: readonly string[];
}

export interface NationalCase {
  /** Empty for a procedure without cases. */
  readonly name: string;
  /** True where the papers belong to every case. */
  readonly common: boolean;
  readonly documents: readonly NationalDocument[];
}

export interface NationalResult {
  /** `KQ.…`; absent where the source does not pair codes with names. */
  readonly code?: string;
  readonly name: string;
}

/** Sample defaults where the sources are silent (data README: online level and assurance were not found). */
export interface AssumedDefaults {
  readonly assumed: true;
  /** `full`: toàn trình, `partial`: một phần, `info`: read only. */
  readonly onlineLevel: 'full' | 'partial' | 'info';
  /** Level of electronic identity asked at filing (VNeID 1 or 2). */
  readonly assurance: 1 | 2;
}

export interface NationalProcedure {
  /** `n.nnnnnn` */
  readonly code: string;
  readonly name: string;
  readonly nameFolded: string;
  /** `found` and `recalled` names come from the list; a `made` one was put together from field and code. */
  readonly nameOrigin: 'found' | 'recalled' | 'made';
  readonly field: string;
  readonly ministry: string;
  readonly levels: readonly Level[];
  readonly subjects: readonly string[];
  readonly agency: string;
  readonly authority: string;
  readonly channels: readonly NationalChannel[];
  readonly cases: readonly NationalCase[];
  readonly steps: string;
  readonly conditions: string;
  readonly results: readonly NationalResult[];
  readonly legalRefs: readonly string[];
  /** The decision in force; earlier ones of the same record stand in `otherDecisions`. */
  readonly decision: string;
  readonly otherDecisions: readonly string[];
  /** A procedure inside the administration (codes 5 and 6): not shown to the public. */
  readonly internal: boolean;
  /** Shown to the public: neither internal nor a bare code whose record was another procedure's. */
  readonly isPublic: boolean;
  /** One of the procedures a commune of An Giang offers. */
  readonly forCommuneSample: boolean;
  readonly portalUrl: string;
  readonly provenance: { readonly how: string; readonly source: string; readonly date: string };
  readonly assumed: AssumedDefaults;
}

export const procedureCodePattern = /^\d\.\d{6}$/;

/** Codes 5 and 6 of the national list are procedures between agencies: officers file them for their unit, nobody else. */
export const isInternalCode = (code: string): boolean => /^[56]\./.test(code);
