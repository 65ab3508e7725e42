import type { DifferenceLook } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Html } from '#platform/html';
import type { Say } from '../words/say.ts';

export interface ItemView {
  readonly say: Say;
  readonly locale: Locale;
  readonly now: Instant;
  readonly hidden: Html;
  readonly look: DifferenceLook;
  /** May work it off; others only read. */
  readonly works: boolean;
  readonly unitName: (unit: UnitId) => string;
  readonly gatewayName: string;
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  readonly typed?: {
    readonly buoc: string;
    readonly 'noi-dung': string;
    readonly la: string;
    readonly 'ma-nop': string;
    readonly 'ma-hoan': string;
  };
}
