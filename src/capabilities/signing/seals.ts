import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { record } from '#capabilities/audit';
import { administers, type Units } from '#capabilities/organisations';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { addSeal, newestSeal, newestSealId } from './queries/index.ts';

/** What a picture of a seal may be: a seal of 36 mm at 200 dpi has 283 points across, at 1,200 dpi 1,700. */
export const sealLimits = { octets: 512 * 1024, leastSide: 280, mostSide: 1800, leastClear: 0.1 } as const;

/**
 * Whether this is a picture of a seal as NĐ 30/2020 wants it (Phụ lục I: PNG on a clear ground, as wide as high). Refused:
 * `seal-kind`, `seal-large`, `seal-side`, `seal-shape`, `seal-ground`.
 */
export function judgeSeal(bytes: Uint8Array): Outcome<undefined> {
  const png = Buffer.from(bytes);
  if (png.length > sealLimits.octets) return refused({ code: 'seal-large', field: 'picture' });
  const head =
    png.length > 33 && png.readUInt32BE(0) === 0x89504e47 && png.toString('latin1', 12, 16) === 'IHDR';
  if (!head) return refused({ code: 'seal-kind', field: 'picture' });
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  // Before anything is unpacked: a header of a few octets may promise gigabytes.
  if (Math.min(width, height) < sealLimits.leastSide || Math.max(width, height) > sealLimits.mostSide)
    return refused({ code: 'seal-side', field: 'picture', details: { width, height } });
  if (Math.max(width, height) > 1.1 * Math.min(width, height))
    return refused({ code: 'seal-shape', field: 'picture' });
  const pixels = decoded(png);
  if (!pixels) return refused({ code: 'seal-kind', field: 'picture' });
  let clear = 0;
  for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 32) clear++;
  if (clear < sealLimits.leastClear * width * height)
    return refused({ code: 'seal-ground', field: 'picture' });
  return done(undefined);
}

function decoded(png: Buffer): Buffer | undefined {
  try {
    return PNG.sync.read(png, { checkCRC: true }).data;
  } catch {
    return undefined;
  }
}

/**
 * The picture that stands in the signatures of an agency from now on; `undefined` takes it away. Only by whoever
 * administers the agency; an entry of the journal. Refused as `judgeSeal` refuses, `unit-unknown`, `not-allowed`.
 */
export async function setSeal(
  ctx: Ctx,
  units: Units,
  unit: UnitId,
  picture: Uint8Array | undefined,
): Promise<Outcome<UnitId>> {
  const directory = await units.directory();
  if (!directory.byId(unit)) return refused({ code: 'unit-unknown' });
  const action = picture ? 'signing.set-seal' : 'signing.remove-seal';
  const entry = { subject: `unit:${unit}`, unit };
  if (!administers(ctx.actor, unit, directory)) {
    await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
      record(transactor, ctx, { ...entry, action: `${action}.refused` }),
    );
    return refused({ code: 'not-allowed' });
  }
  const judged = picture ? judgeSeal(picture) : done(undefined);
  if (!judged.ok) return judged;
  const now = ctx.clock.now();
  const sha256 = picture ? createHash('sha256').update(picture).digest('hex') : null;
  await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const row = { id: uuidv7(now), unit, picture: picture ? Buffer.from(picture) : null, sha256, at: now };
    await transactor.get(addSeal, row);
    await record(transactor, ctx, { ...entry, action, ...(sha256 && { details: { sha256 } }) });
  });
  return done(unit);
}

export interface Seal {
  readonly picture: Uint8Array;
  readonly since: Instant;
}

/** Pictures as they were read last: of many papers in one go each is read, and unpacked, once. */
export function openSeals() {
  const known = new Map<UnitId, { readonly id: string; readonly seal: Seal | undefined }>();
  return async (ctx: Ctx, unit: UnitId): Promise<Seal | undefined> => {
    const scope = scopeOf(ctx.actor);
    const newest = await ctx.db.read(scope, (reader) => reader.find(newestSealId, { unit }));
    if (!newest) return undefined;
    const found = known.get(unit);
    if (found?.id === newest.id) return found.seal;
    const row = await ctx.db.read(scope, (reader) => reader.find(newestSeal, { unit }));
    const seal = row?.picture ? { picture: new Uint8Array(row.picture), since: row.added_at } : undefined;
    if (row) known.set(unit, { id: row.id, seal });
    return seal;
  };
}
