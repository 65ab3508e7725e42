import type { LocalText } from '#kernel/text';
import type { Ctx } from '#platform/context';
import type { DraftContent } from './drafts/content.ts';
import type { DraftTables } from './drafts/draft-tables.ts';
import type { PackageKey } from './packages/key.ts';
import type { NationalProcedure } from './procedure.ts';

/** What lint says of one place of a draft; an error keeps it from being approved. */
export interface LintFinding {
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly at: string;
  /** Its sentence, where it comes from another room than lint. */
  readonly text?: LocalText;
}

/** Unfinished work that stays on a version; told by the rooms that hold drafts of citizens and dossiers. */
export interface OpenWork {
  readonly version: number;
  readonly drafts: number;
  readonly dossiers: number;
}

/** What the making of procedures asks of others. */
export interface DesignServices extends DraftTables {
  /** A first draft of a whole procedure from its national record. */
  draftFromNational(record: NationalProcedure): DraftContent | Promise<DraftContent>;
  lint(content: DraftContent): readonly LintFinding[] | Promise<readonly LintFinding[]>;
  /** Signs the packages of this instance. */
  readonly key: PackageKey;
  openWork(ctx: Ctx, code: string): Promise<readonly OpenWork[]>;
}
