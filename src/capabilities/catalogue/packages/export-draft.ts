import { record } from '#capabilities/audit';
import { checkDefinition } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf } from '../drafts/draft.ts';
import { findDraft } from '../drafts/queries.ts';
import type { DesignServices } from '../ports.ts';
import { draftFormat } from './files.ts';
import { packProcedure } from './pack.ts';

export interface ExportedDraft {
  readonly code: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
}

/** A draft as it stands, for a colleague elsewhere: signed, and marked as approved by nobody. */
export async function exportDraft(
  ctx: Ctx,
  services: Pick<DesignServices, 'key'>,
  id: string,
): Promise<Outcome<ExportedDraft>> {
  if (!designerOf(ctx)) return refused({ code: 'not-yours' });
  return ctx.db.transact<Outcome<ExportedDraft>>(scopeOf(ctx.actor), async (transactor) => {
    const draft = await transactor.find(findDraft, { id });
    if (!draft) return refused({ code: 'procedure-draft-unknown' });
    const { code, revision, based_on } = draft;
    const written = draft.content.definition;
    const definition = {
      ...written,
      code,
      version: (based_on ?? 0) + 1,
      validFrom: isPlainDate(written.validFrom) ? written.validFrom : localDate(ctx.clock.now()),
    };
    const [problem] = checkDefinition(definition);
    if (problem)
      return refused({ code: 'definition-faulty', details: { at: problem.at, problem: problem.message } });
    await record(transactor, ctx, {
      action: 'catalogue.export-draft',
      subject: `procedure:${code}`,
      details: { draft: id, revision },
    });
    return done({
      code,
      revision,
      bytes: packProcedure({ ...draft.content, definition }, services.key, draftFormat),
    });
  });
}
