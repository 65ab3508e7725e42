import { bearsNumber, type Signing } from '#capabilities/signing';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { scopeOf } from '#platform/context';
import { contentXml } from './content.ts';
import { inFull } from './declare.ts';
import * as sql from './queries/index.ts';
import { signatureIdOf } from './sign.ts';

/**
 * The signed text that goes with a submission of this fingerprint, judged once more: it says what is submitted, and everybody
 * has signed it who has to, each with a certificate that bears their number. Refused: `declaration-missing`, `declaration-changed`,
 * `declaration-waiting`, `declaration-odd`.
 */
export async function signedFor(
  ctx: Ctx,
  signing: Signing,
  draft: string,
  wish: { readonly bodyHash: string; readonly others: number },
): Promise<Outcome<Uint8Array>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'declaration-missing' });
  const found = await ctx.db.read(scopeOf(actor), async (reader) => {
    const newest = await reader.find(sql.newest, { person: actor.person, draft });
    const row = newest && (await reader.find(sql.byId, { id: newest.id }));
    return (
      row && {
        row,
        whole: await inFull(ctx, reader, row),
        signers: await reader.rows(sql.signers, { person: actor.person, declaration: row.id }),
      }
    );
  });
  if (!found) return refused({ code: 'declaration-missing' });
  const { row, whole } = found;
  if (whole.bodyHash !== wish.bodyHash || whole.others < wish.others)
    return refused({ code: 'declaration-changed' });
  const missing = whole.signers.filter(({ state }) => state !== 'signed');
  if (!whole.complete)
    return refused({
      code: missing.some(({ applicant }) => applicant) ? 'declaration-missing' : 'declaration-waiting',
      details: { names: missing.map(({ name }) => name).join(', ') },
    });
  const judged = await signing.judgeXml(ctx, row.signed);
  if (!judged.ok || !judged.value.valid) return refused({ code: 'declaration-odd' });
  if (whole.content.bodyHash !== whole.bodyHash) return refused({ code: 'declaration-odd' });
  const said = contentXml(whole.content);
  const serials = new Set<string>();
  for (const { id, serial, personal_number } of found.signers.filter((one) => one.withdrawn_at === null)) {
    const own = judged.value.signatures.filter((one) => one.id === signatureIdOf(id));
    const [signature] = own;
    const holds =
      own.length === 1 &&
      signature !== undefined &&
      signature.certificate.serial === serial &&
      bearsNumber(signature.certificate, personal_number) &&
      Buffer.compare(signature.covers, said) === 0;
    if (!holds || serials.has(serial)) return refused({ code: 'declaration-odd' });
    serials.add(serial);
  }
  return done(row.signed);
}
