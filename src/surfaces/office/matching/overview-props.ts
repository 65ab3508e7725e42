import type { MatchingLook } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import type { Say } from '../words/say.ts';

export interface OverviewView {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: string;
  readonly look: MatchingLook;
  readonly gateways: readonly { readonly value: string; readonly text: string }[];
  /** Units whose accountant this is; none for whoever only reads. */
  readonly units: readonly { readonly value: string; readonly text: string }[];
  /** Keeps the account at the gateways, so hands in their files. */
  readonly keeps: boolean;
  readonly yesterday: PlainDate;
  readonly maxBytes: number;
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  readonly again?: Refusal;
  readonly typed?: (name: string) => string;
}
