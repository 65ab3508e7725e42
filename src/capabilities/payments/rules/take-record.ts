import { invariant } from '#kernel/outcome';
import { type Instant, localDate } from '#kernel/time';
import type { GatewayRecord } from '#ports/payments';
import {
  type ChargeChange,
  type MoneyChange,
  noChange,
  paidBy,
  receiptsFor,
  type SessionChange,
  type ToldDossier,
} from './change.ts';
import type { Charge } from './charge.ts';
import type { Account, EntryKind, Transfer } from './ledger.ts';
import type { Money, Session, SessionState } from './money.ts';
import { nextAsk } from './schedule.ts';

export interface Taking {
  readonly now: Instant;
  /** Number of the question that this answers. */
  readonly asked: number;
  readonly freshId: () => string;
}

/** An order that a gateway has never heard of is dead after so long: no message about it can still be on its way. */
const unheardOfMs = 60_000;

/** Where a session should stand by what the gateway says; undefined while that is not decided. */
function target(session: Session, record: GatewayRecord, now: Instant): SessionState | undefined {
  switch (record.state) {
    case 'captured':
      return record.amount === session.amount ? 'settled' : 'odd';
    case 'refunded':
    case 'charged-back':
    case 'failed':
      return record.state;
    case 'unknown':
      return now > session.begunAt + unheardOfMs ? 'failed' : undefined;
    default:
      return undefined;
  }
}

/** What stands in the books for one session: of a charge, and in all. */
function standing(money: Money, session: Session) {
  const gateway: Account = `gateway:${session.gateway}`;
  const entries = money.entries.filter((entry) => entry.session === session.id);
  const net = (of: (charge: string | null) => boolean, account: string) =>
    entries.reduce(
      (sum, { charge, debit, credit, amount }) =>
        of(charge) ? sum + (debit === account ? amount : 0) - (credit === account ? amount : 0) : sum,
      0,
    );
  return {
    gateway,
    ofCharge: (id: string, payee: string) => ({
      paid: -net((charge) => charge === id, 'owed'),
      given: net((charge) => charge === id, `due:${payee}`),
      surplus: -net((charge) => charge === id, 'surplus'),
    }),
    knows: (id: string) => entries.some(({ charge }) => charge === id),
    unnamed: -net((charge) => charge === null, 'surplus'),
  };
}

/**
 * Takes the gateway's word on one session: the books are moved to where it says they should be, from wherever they are. So the
 * order in which words arrive does not matter, and a word that is older than one already taken changes nothing.
 */
export function takeRecord(
  money: Money,
  sessionId: string,
  record: GatewayRecord,
  { now, asked, freshId }: Taking,
): MoneyChange {
  const session = money.sessions.find(({ id }) => id === sessionId);
  invariant(session && record.reference === session.reference, 'a record belongs to its session');
  if (asked <= session.told) return noChange;
  const state = target(session, record, now);
  const same = { session, told: asked, record, closedAt: session.closedAt };
  if (state === undefined && !bookedStates.includes(session.state))
    return {
      ...noChange,
      sessions: [{ ...same, state: session.state, askAt: nextAsk(session, now), booked: false }],
    };
  // A gateway that takes back what it had said of the money is believed too.
  const wanted: SessionState = state ?? 'open';
  const moved = book(money, session, wanted, record, { now, freshId });
  // What does not fit may be an error of the gateway, which it mends: it is asked on.
  const live = wanted === 'open' || wanted === 'odd';
  const change: SessionChange = {
    ...same,
    state: wanted,
    askAt: live ? nextAsk(session, now) : null,
    booked: moved.transfers.length > 0,
    closedAt: live ? null : (session.closedAt ?? now),
  };
  const lines = money.lines
    .filter((line) => line.session === session.id && line.live && !live)
    .map(({ charge }) => ({ session: session.id, charge, live }));
  return { ...moved, sessions: [change], lines };
}

const bookedStates: readonly SessionState[] = ['settled', 'refunded', 'charged-back', 'odd'];

function book(
  money: Money,
  session: Session,
  wanted: SessionState,
  record: GatewayRecord,
  { now, freshId }: Omit<Taking, 'asked'>,
): MoneyChange {
  const stands = standing(money, session);
  const { gateway } = stands;
  const transfers: Transfer[] = [];
  const changes: ChargeChange[] = [];
  const settled: Charge[] = [];
  const lost: Charge[] = [];
  const reopened: Charge[] = [];
  const day = localDate(record.at ?? now);
  const enter = (kind: EntryKind, debit: Account, credit: Account, amount: number, charge?: Charge) => {
    transfers.push({
      homeUnit: session.homeUnit,
      kind,
      debit,
      credit,
      amount,
      unit: session.payee,
      dossier: session.dossier,
      ...(charge ? { charge: charge.id } : {}),
      session: session.id,
      evidence: [session.reference, record.transaction].filter(Boolean).join(' '),
      key: `${session.reference}:${session.bookings + 1}:${transfers.length}`,
      day,
    });
  };
  if (wanted === 'odd') {
    // Money that does not fit is nobody's until a human has looked.
    if (stands.unnamed > record.amount)
      enter('surplus-returned', 'surplus', gateway, stands.unnamed - record.amount);
    if (stands.unnamed < record.amount) enter('surplus', gateway, 'surplus', record.amount - stands.unnamed);
  } else if (stands.unnamed > 0) enter('surplus-returned', 'surplus', gateway, stands.unnamed);

  for (const line of money.lines.filter((each) => each.session === session.id)) {
    const charge = money.charges.find(({ id }) => id === line.charge);
    invariant(charge, 'a line of a session has its charge');
    const { paid, given, surplus } = stands.ofCharge(charge.id, charge.payee);
    const due: Account = `due:${charge.payee}`;
    const gone = wanted === 'refunded' || wanted === 'charged-back';
    // Never seen while it was there: it is entered both ways, as the gateway's own list has it.
    const missed = gone && !stands.knows(charge.id);
    if (wanted === 'settled') {
      if (given > 0) {
        enter('paid', gateway, due, given, charge);
        settled.push(charge);
      } else if (paid === 0 && surplus === 0) {
        if (charge.state === 'owed') {
          enter('paid', gateway, 'owed', line.amount, charge);
          settled.push(charge);
        } else enter('surplus', gateway, 'surplus', line.amount, charge);
      }
    } else {
      if (missed && charge.state !== 'owed') enter('surplus', gateway, 'surplus', line.amount, charge);
      if (missed && charge.state === 'owed') enter('paid', gateway, 'owed', line.amount, charge);
      const took = missed && charge.state === 'owed' ? line.amount : paid - given;
      const over = missed && charge.state !== 'owed' ? line.amount : surplus;
      if (over > 0) enter('surplus-returned', 'surplus', gateway, over, charge);
      if (took > 0 && wanted === 'refunded') {
        enter('refunded', due, gateway, took, charge);
        lost.push(charge);
      } else if (took > 0) {
        enter(wanted === 'charged-back' ? 'charged-back' : 'unpaid', 'owed', gateway, took, charge);
        if (charge.state === 'paid') reopened.push(charge);
      } else if (given > 0 && wanted !== 'refunded') {
        // It was given back, and now it was never there: what was given back is owed again.
        enter('reversed', 'owed', due, given, charge);
        reopened.push(charge);
      }
    }
  }
  const receipts = receiptsFor(
    settled,
    {
      unit: session.payee,
      payerName: settled[0]?.ownerName ?? '',
      way: 'gateway',
      evidence: session.reference,
    },
    freshId,
  );
  changes.push(...paidBy(receipts, 'gateway', record.at ?? now));
  for (const charge of lost)
    changes.push({
      charge,
      state: 'refunded',
      settledAt: charge.settledAt ?? now,
      way: 'gateway',
      receipt: charge.receipt,
    });
  for (const charge of reopened)
    changes.push({ charge, state: 'owed', settledAt: null, way: null, receipt: null });
  const cancelled = [
    ...new Set([...lost, ...reopened].flatMap(({ receipt }) => (receipt === null ? [] : [receipt]))),
  ];
  const told: ToldDossier[] = [
    ...receipts.map((receipt) => ({
      what: 'settled' as const,
      charges: receipt.charges,
      receipt: receipt.id,
    })),
    ...(lost.length > 0 ? [{ what: 'refunded' as const, charges: lost, ground: record.state }] : []),
    ...(reopened.length > 0 ? [{ what: 'reopened' as const, charges: reopened, ground: record.state }] : []),
  ];
  return {
    transfers,
    charges: changes,
    receipts,
    cancelled: cancelled.map((receipt) => ({ receipt, reason: record.state })),
    sessions: [],
    lines: [],
    told,
  };
}
