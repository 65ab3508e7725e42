import type { StoredFile } from '#capabilities/dossiers';
import type { Locale } from '#kernel/text';
import type { Html } from '#platform/html';
import type { Say } from '../../words/say.ts';
import type { Fault } from './faults.ts';
import type { Sheet } from './sheet.ts';

/** All that drawing the sheet and each of its cards needs. */
export interface SheetView {
  readonly sheet: Sheet;
  readonly say: Say;
  readonly locale: Locale;
  readonly hidden: Html;
  /** Where the form is sent, with its anti-forgery token: a multipart form has it in its address. */
  readonly action: string;
  readonly key: string;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly faults: readonly Fault[];
  readonly scans: ReadonlyMap<string, StoredFile>;
  readonly fileRule: string;
  readonly maxUpload: number;
  readonly mayLookUp: boolean;
  readonly mayTakeFee: boolean;
  /** Officers sign here. */
  readonly signs: boolean;
  /** Drawn again on request: the hand goes on below the person. */
  readonly redrawn: boolean;
}
