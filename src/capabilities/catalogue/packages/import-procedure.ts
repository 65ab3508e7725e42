import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { DesignServices } from '../ports.ts';
import { newestVersion, oneAtATime, wholeVersion } from '../versions/queries.ts';
import { placeVersion } from '../versions/write-version.ts';
import { type Signer, signerHere } from './signer.ts';
import { contentOf, isDraftPackage, openPackage } from './unpack.ts';

export interface ImportedProcedure {
  readonly code: string;
  readonly version: number;
  readonly became: 'in-force' | 'waiting' | 'there-already';
  readonly signer: Signer;
}

/**
 * Publishes a package as it stands: same version, same bytes, same signature. Only one signed by a known key, newer than what is
 * here, and without an error of lint. Only at the machine itself: in the browser two people publish.
 */
export async function importProcedure(
  ctx: Ctx,
  services: Pick<DesignServices, 'key' | 'lint'>,
  bytes: Uint8Array,
): Promise<Outcome<ImportedProcedure>> {
  if (ctx.actor.kind !== 'system') return refused({ code: 'not-yours' });
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const signer = await signerHere(ctx.db.direct, services.key, opened.value.signer.id);
  if (signer.standing === 'unknown')
    return refused({ code: 'package-key-unknown', details: { key: signer.id } });
  // Signed here or by a friend, but approved by nobody: it is brought to the designer, where two people publish.
  if (isDraftPackage(opened.value.files)) return refused({ code: 'package-is-draft' });
  const read = contentOf(opened.value.files);
  if (!read.ok) return read;
  const content = read.value;
  const { code, version, validFrom } = content.definition;
  const errors = (await services.lint(content)).filter(({ level }) => level === 'error');
  return ctx.db.transact<Outcome<ImportedProcedure>>(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(oneAtATime, { code });
    const same = await transactor.find(wholeVersion, { code, version });
    if (same?.package && Buffer.compare(same.package, bytes) === 0)
      return done({ code, version, became: 'there-already', signer });
    const newest = await transactor.find(newestVersion, { code });
    if (newest && newest.version >= version)
      return refused({ code: 'version-behind', details: { version: newest.version } });
    const [first] = errors;
    if (first)
      return refused({
        code: 'lint-errors',
        details: { errors: errors.length, first: first.code, at: first.at },
      });
    await placeVersion(transactor, ctx, { content, newest, package: bytes, by: null });
    await record(transactor, ctx, {
      action: 'catalogue.import',
      subject: `procedure:${code}`,
      details: { version, key: signer.id },
    });
    const became = validFrom > localDate(ctx.clock.now()) ? 'waiting' : 'in-force';
    return done({ code, version, became, signer });
  });
}
