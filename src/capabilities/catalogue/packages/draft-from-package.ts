import { createHash } from 'node:crypto';
import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf, notYours } from '../drafts/draft.ts';
import { beginDraft } from '../drafts/start.ts';
import type { DesignServices } from '../ports.ts';
import { newestVersion } from '../versions/queries.ts';
import { signerHere } from './signer.ts';
import { contentOf, isDraftPackage, openPackage } from './unpack.ts';

/**
 * A package from anywhere becomes a draft here, whoever signed it: it says who did, and is published by two people like
 * everything else. A signature that does not fit is refused all the same.
 * @returns the draft.
 */
export async function startDraftFromPackage(
  ctx: Ctx,
  services: Pick<DesignServices, 'key'>,
  bytes: Uint8Array,
): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const { files, signer: signed } = opened.value;
  const read = contentOf(files);
  if (!read.ok) return read;
  const { code, version } = read.value.definition;
  if (!/^\d\.\d{6}$/.test(code)) return refused({ code: 'code-shape' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const signer = await signerHere(transactor, services.key, signed.id);
    const newest = await transactor.find(newestVersion, { code });
    const begun = await beginDraft(transactor, ctx, officer, {
      code,
      content: read.value,
      basedOn: newest?.version ?? null,
      origin: {
        kind: isDraftPackage(files) ? 'draft' : 'version',
        version,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        signer,
      },
    });
    if (!begun.ok) return begun;
    await record(transactor, ctx, {
      action: 'catalogue.start-draft',
      subject: `procedure:${code}`,
      details: { draft: begun.value, from: 'package', key: signer.id, standing: signer.standing },
    });
    return done(begun.value);
  });
}
