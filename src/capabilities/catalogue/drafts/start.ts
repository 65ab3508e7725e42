import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { json } from '#platform/db';
import type { DesignServices } from '../ports.ts';
import { procedureCodePattern } from '../procedure.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { newestVersion } from '../versions/queries.ts';
import type { DraftContent } from './content.ts';
import { designerOf, notYours } from './draft.ts';
import { emptyContent } from './empty.ts';
import * as sql from './queries.ts';

export interface NewDraft {
  readonly code: string;
  /** The newest version, a first draft from the record of the national list, or nothing. */
  readonly from: 'current' | 'national' | 'empty';
}

/** Begins a draft; of one procedure there is one open draft at a time (`draft-exists` names it). */
export async function startProcedureDraft(
  ctx: Ctx,
  services: Pick<DesignServices, 'draftFromNational'>,
  { code, from }: NewDraft,
): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  if (!procedureCodePattern.test(code)) return refused({ code: 'code-shape', field: 'code' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const begun = await firstContent(transactor, services, { code, from });
    if (!begun.ok) return begun;
    const id = uuidv7(ctx.clock.now());
    const inserted = await transactor.find(sql.insertDraft, {
      id,
      code,
      based_on: begun.value.basedOn,
      content: json(begun.value.content),
      author: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    if (!inserted) {
      const { id: draft } = await transactor.get(sql.openDraftOf, { code });
      return refused({ code: 'draft-exists', details: { draft } });
    }
    await record(transactor, ctx, {
      action: 'catalogue.start-draft',
      subject: `procedure:${code}`,
      details: { draft: id, from },
    });
    return done(id);
  });
}

async function firstContent(
  reader: Reader,
  services: Pick<DesignServices, 'draftFromNational'>,
  { code, from }: NewDraft,
): Promise<Outcome<{ readonly content: DraftContent; readonly basedOn: number | null }>> {
  const newest = await reader.find(newestVersion, { code });
  const basedOn = newest?.version ?? null;
  if (from === 'empty') return done({ content: emptyContent(code), basedOn });
  if (!newest) return refused({ code: 'procedure-unknown' });
  if (from === 'national') return done({ content: services.draftFromNational(newest.national), basedOn });
  const content = contentOfRow(newest);
  return content ? done({ content, basedOn }) : refused({ code: 'no-own-form' });
}
