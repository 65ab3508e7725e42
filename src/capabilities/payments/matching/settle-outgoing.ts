import { allows } from '#kernel/actor';
import { type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { deciderOf, refundPaid } from '../commands/decide-refund.ts';
import { paymentPermissions } from '../permissions.ts';
import { refundByCode, refundPlace } from '../queries/refunds.ts';
import type { Refund } from '../rules/refund.ts';
import { readRefundCode, refundWords } from '../rules/refund-code.ts';
import { byStatement } from '../rules/seen-on-statement.ts';
import {
  decideBankLine,
  lockBankLine,
  type NewBankLine,
  noteDifference,
  refundConfirmed,
} from './queries/index.ts';
import type { MatchingServices } from './services.ts';
import { type OutgoingWhy, refundNamed, type TakenOutgoing, takeOutgoing } from './take-outgoing.ts';
import { writeStep } from './write-step.ts';

type Services = Pick<MatchingServices, 'accountOf' | 'unit'>;

/** A locked line of money that went out: its refund is paid or confirmed by it, a human is told, or it is none of ours. */
export async function settleOutgoing(
  ctx: Ctx,
  transactor: Transactor,
  services: Services,
  lockedLine: NewBankLine,
): Promise<void> {
  const named = refundNamed(lockedLine.words);
  if (named.kind === 'none') return decide(ctx, transactor, lockedLine, { state: 'out', why: '' });
  if (named.kind === 'several') return leaveToHuman(ctx, transactor, lockedLine, 'out-unknown-code');
  const { code } = named;
  const taken = await pay(ctx, transactor, services, lockedLine, code);
  if (taken.kind === 'open') return leaveToHuman(ctx, transactor, lockedLine, taken.why, code);
  const refund = await transactor.get(refundByCode, { code });
  await decide(ctx, transactor, lockedLine, { state: 'refunded', why: '', refund });
}

/** Asks the refund of a code, which stays locked, what this line is to it. */
async function pay(
  ctx: Ctx,
  transactor: Transactor,
  services: Services,
  line: NewBankLine,
  code: string,
  by = byStatement,
): Promise<TakenOutgoing> {
  const { account, number, amount, at, unit_id: unit } = line;
  const seen = { code, amount: Math.abs(amount), number, day: localDate(at), unit, by };
  const answer = await refundPaid(ctx, transactor, services, seen);
  const { confirmed } = await transactor.get(refundConfirmed, { code, account, number });
  return takeOutgoing(unit, answer, confirmed);
}

async function decide(
  ctx: Ctx,
  transactor: Transactor,
  { account, number }: NewBankLine,
  decided: {
    readonly state: 'out' | 'refunded';
    readonly why: OutgoingWhy | '';
    readonly refund?: Pick<Refund, 'code' | 'home_unit' | 'dossier_id'> | undefined;
  },
): Promise<void> {
  const { state, why, refund } = decided;
  await transactor.get(decideBankLine, {
    account,
    number,
    state,
    why,
    bill: null,
    refund: refund?.code ?? null,
    home_unit: refund?.home_unit ?? null,
    dossier: refund?.dossier_id ?? null,
    at: new Date(ctx.clock.now()).toISOString(),
    by: ctx.actor.kind === 'officer' ? ctx.actor.name : '',
  });
}

async function leaveToHuman(
  ctx: Ctx,
  transactor: Transactor,
  line: NewBankLine,
  why: OutgoingWhy,
  code?: string,
): Promise<void> {
  const refund = code === undefined ? undefined : await transactor.find(refundByCode, { code });
  await decide(ctx, transactor, line, { state: 'out', why });
  await transactor.get(noteDifference, {
    difference: json({
      kind: why,
      reference: `${line.account} ${line.number}`,
      day: localDate(line.at),
      unit: line.unit_id,
      homeUnit: refund?.home_unit ?? null,
      dossier: refund?.dossier_id ?? null,
      dossierCode: refund?.dossier_code ?? '',
      there: line.amount,
      here: refund ? -refund.amount : null,
      details: {
        words: line.words,
        account: line.account,
        number: line.number,
        ...(refund ? { refund: refundWords(refund.code) } : {}),
      },
      at: new Date(ctx.clock.now()).toISOString(),
    }),
  });
}

export interface Tying {
  /** The item about the line. */
  readonly difference: string;
  readonly account: string;
  readonly number: string;
  /** Code of the refund as typed, with or without `HP`. */
  readonly refund: string;
}

/**
 * Ties money that went out to a refund, by the accountant's word; also the way to try again once what was missing is there.
 * Where the words of the line name another refund or none, it is the officer who pays, and so not the one who approved.
 */
export async function tieBankLine(
  ctx: Ctx,
  services: Services,
  { difference, account, number, refund: typed }: Tying,
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refused({ code: 'not-yours' });
  const code = readRefundCode(typed);
  if (code === undefined) return refused({ code: 'refund-unknown', field: 'refund' });
  return ctx.db.transact<Outcome<undefined>>(scopeOf(actor), async (transactor) => {
    const line = await transactor.find(lockBankLine, { account, number });
    if (!line || !allows(actor, paymentPermissions['payments.match'], line.unit_id))
      return refused({ code: 'not-yours' });
    if (line.amount > 0 || line.state !== 'out') return refused({ code: 'line-placed' });
    const named = refundNamed(line.words);
    const by = named.kind === 'one' && named.code === code ? byStatement : deciderOf(ctx);
    const taken = await pay(ctx, transactor, services, line, code, by);
    if (taken.kind === 'open') return refused({ field: 'refund', ...taken.refusal });
    const place = await transactor.get(refundPlace, { code });
    await decide(ctx, transactor, line, { state: 'refunded', why: '', refund: { code, ...place } });
    return writeStep(ctx, transactor, difference, { kind: 'tied', words: refundWords(code) });
  });
}
