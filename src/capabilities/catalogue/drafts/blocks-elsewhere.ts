import type { Blocks } from '#capabilities/forms';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf } from './draft.ts';
import { blocksElsewhereOf } from './queries.ts';

export interface BlocksElsewhere {
  readonly code: string;
  readonly name: string;
  /** Of the open draft; else of the version in force. */
  readonly drafted: boolean;
  readonly blocks: Blocks;
}
const mostProcedures = 500;

/** Blocks of every other procedure, in force or being drafted: what was written once is taken from there. */
export async function blocksElsewhere(ctx: Ctx, code: string): Promise<readonly BlocksElsewhere[]> {
  if (!designerOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(blocksElsewhereOf, { code, size: mostProcedures }),
  );
}
