import type { ProcedureDraft } from '#capabilities/catalogue';
import type { CodeLists } from '#capabilities/forms';
import type { Locale, LocalText } from '#kernel/text';
import type { DossierPaper } from '#surfaces/shared';
import type { Say } from '../core/say.ts';
import type { Asked } from './asked.ts';
import type { PlayedRun } from './run.ts';
import type { SavedRunNow } from './saved.ts';

export interface TryView {
  readonly say: Say;
  readonly locale: Locale;
  readonly draft: ProcedureDraft;
  readonly asked: Asked;
  /** Everybody who files at once. */
  readonly runs: readonly PlayedRun[];
  /** The one whose run is told in full. */
  readonly shown: PlayedRun;
  readonly papers: readonly { readonly name: DossierPaper; readonly title: LocalText }[];
  readonly saved: readonly SavedRunNow[];
  readonly lists: CodeLists;
  readonly tookMs: number;
}
