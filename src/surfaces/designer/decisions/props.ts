import type { ProcedureDraft } from '#capabilities/catalogue';
import type { TableText } from '#capabilities/rules';
import type { PageCtx } from '#platform/http';
import type { Say } from '../core/say.ts';
import type { ReadFile } from './look.ts';
import type { Trial } from './trial.ts';

/** Last piece of the address. */
export const slug = 'quyet-dinh';

export interface DecisionsView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly draft: ProcedureDraft;
  readonly action: string;
  readonly editable: boolean;
  readonly file: ReadFile;
  readonly table: TableText | undefined;
  readonly trial: Trial;
  readonly outputHint: (table: string) => string;
}
