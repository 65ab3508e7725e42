import { createHash } from 'node:crypto';
import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { paymentPermissions } from '../permissions.ts';
import { insertFile, wantRun } from './queries/index.ts';
import type { MatchingServices } from './services.ts';

export interface HandedFile {
  readonly unit: UnitId;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A settlement file stands for one day of one gateway; a statement for an account of the unit. */
  readonly of:
    | { readonly kind: 'settlement'; readonly gateway: string; readonly day: string }
    | { readonly kind: 'statement' };
}

/** Hands a file in, to be read by the worker. The same file twice is one. @returns the id of the file. */
export async function handInMoneyFile(
  ctx: Ctx,
  services: Pick<MatchingServices, 'gateways' | 'keeper'>,
  { unit, name, bytes, of }: HandedFile,
): Promise<Outcome<string>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !allows(actor, paymentPermissions['payments.match'], unit))
    return refused({ code: 'not-yours' });
  const now = ctx.clock.now();
  if (of.kind === 'settlement') {
    // A file stands for the whole day of everybody's money.
    if ((await services.keeper()) !== unit) return refused({ code: 'not-yours', field: 'of' });
    if (!services.gateways.some(({ key }) => key === of.gateway))
      return refused({ code: 'no-gateway', field: 'of' });
    if (!isPlainDate(of.day)) return refused({ code: 'date-missing', field: 'day' });
    if (of.day > localDate(now)) return refused({ code: 'day-to-come', field: 'day' });
  }
  if (bytes.length === 0) return refused({ code: 'file-empty', field: 'file' });
  const id = uuidv7(now);
  return ctx.db.transact<Outcome<string>>(scopeOf(actor), async (transactor) => {
    const kept = await transactor.find(insertFile, {
      id,
      kind: of.kind,
      gateway: of.kind === 'settlement' ? of.gateway : '',
      day: of.kind === 'settlement' ? of.day : null,
      unit,
      name: name.slice(0, 200),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      at: new Date(now).toISOString(),
      by: actor.officer,
      by_name: actor.name,
    });
    if (!kept) return refused({ code: 'file-known', field: 'file' });
    await record(transactor, ctx, {
      action: 'payment.hand-in-file',
      subject: `money-file:${id}`,
      unit,
      details: { kind: of.kind, bytes: bytes.length },
    });
    return done(id);
  });
}

/** Wishes that days be compared again. */
export async function askForMatching(
  ctx: Ctx,
  services: Pick<MatchingServices, 'gateways' | 'keeper'>,
  asked: { readonly unit: UnitId; readonly gateway: string; readonly from: string; readonly to: string },
): Promise<Outcome<string>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !allows(actor, paymentPermissions['payments.match'], asked.unit))
    return refused({ code: 'not-yours' });
  if ((await services.keeper()) !== asked.unit) return refused({ code: 'not-yours' });
  if (!services.gateways.some(({ key }) => key === asked.gateway))
    return refused({ code: 'no-gateway', field: 'of' });
  if (!isPlainDate(asked.from) || !isPlainDate(asked.to))
    return refused({ code: 'date-missing', field: 'day' });
  const now = ctx.clock.now();
  if (asked.from > asked.to || asked.to > localDate(now))
    return refused({ code: 'day-to-come', field: 'day' });
  const mostMs = 92 * 86_400_000;
  if (Date.parse(asked.to) - Date.parse(asked.from) > mostMs)
    return refused({ code: 'days-too-many', field: 'day' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const { gateway, from, to, unit } = asked;
    const id = uuidv7(now);
    await transactor.get(wantRun, {
      id,
      gateway,
      from,
      to,
      unit,
      at: new Date(now).toISOString(),
      by: actor.name,
    });
    await record(transactor, ctx, {
      action: 'payment.match-days',
      subject: `matching-run:${id}`,
      unit,
      details: { from, to },
    });
    return done(id);
  });
}
