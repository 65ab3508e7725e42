import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import type { Job } from '#platform/jobs';
import { moneyOf, noMoney } from '../commands/lock-money.ts';
import { writeChanges } from '../commands/write-change.ts';
import { type Bill, findBill } from '../look.ts';
import { paymentPermissions } from '../permissions.ts';
import { codeInWords } from '../rules/code.ts';
import {
  type BankLine,
  decideBankLine,
  lockBankLine,
  type NewBankLine,
  newBankLines,
  noteDifference,
  surplusEntry,
} from './queries/index.ts';
import type { MatchingServices } from './services.ts';
import { settleOutgoing } from './settle-outgoing.ts';
import {
  assignTransfer,
  keepAsSurplus,
  type MoneyIn,
  surplusKey,
  type TakenTransfer,
  takeTransfer,
} from './take-transfer.ts';
import { writeStep } from './write-step.ts';

const batch = 500;

/** Books the money of statements: what came pays a bill, what went out ends a refund, or a human is told. */
export const settleTransfers = (services: MatchingServices): Job => ({
  name: 'payments.settle-transfers',
  wake: { everyMs: 2000 },
  run: (ctx) => settleNewTransfers(ctx, services),
});

/** @returns how many lines were decided. One that cannot be written holds up no other, and is tried again. */
export async function settleNewTransfers(ctx: Ctx, services: MatchingServices): Promise<number> {
  const lines = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(newBankLines, { most: batch }));
  const accounts = payeesOf(services);
  let decided = 0;
  for (const line of lines)
    try {
      await settleOne(ctx, services, line, accounts);
      decided += 1;
    } catch (error) {
      ctx.log.error({ error, number: line.number }, 'a line of a bank statement is not booked');
    }
  return decided;
}

/** Which of a bill's payees have their money on the account of a unit; each payee asked once. */
function payeesOf(services: Pick<MatchingServices, 'accountOf'>) {
  const known = new Map<UnitId, Promise<string | undefined>>();
  return async (bill: Bill | undefined, unit: UnitId): Promise<readonly UnitId[]> => {
    const payees = [...new Set(bill?.charges.map(({ payee }) => payee) ?? [])];
    for (const payee of payees)
      if (!known.has(payee))
        known.set(
          payee,
          services.accountOf(payee).then((account) => account?.key),
        );
    const keys = await Promise.all(payees.map(async (payee) => known.get(payee)));
    return payees.filter((_, n) => keys[n] === unit);
  };
}

const moneyIn = (line: NewBankLine): MoneyIn => ({
  account: line.account,
  number: line.number,
  at: line.at,
  amount: line.amount,
  unit: line.unit_id,
});

/** Before outgoing lines were looked at, they were stored as `out` without a decision. */
const undecided = ({ state, decided_at }: BankLine): boolean =>
  state === 'new' || (state === 'out' && decided_at === null);

async function settleOne(
  ctx: Ctx,
  services: MatchingServices,
  line: NewBankLine,
  accounts: ReturnType<typeof payeesOf>,
): Promise<void> {
  const code = line.amount < 0 ? undefined : codeInWords(line.words);
  const bill = code === undefined ? undefined : await findBill(ctx, code);
  const payees = await accounts(bill, line.unit_id);
  await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const locked = await transactor.find(lockBankLine, { account: line.account, number: line.number });
    if (!locked || !undecided(locked)) return;
    if (line.amount < 0) return settleOutgoing(ctx, transactor, services, line);
    const now = ctx.clock.now();
    const money = bill ? await moneyOf(transactor, { homeUnit: bill.homeUnit, id: bill.dossier }) : noMoney;
    const taken: TakenTransfer =
      code === undefined
        ? keepAsSurplus(moneyIn(line), 'transfer-no-code')
        : takeTransfer(money, moneyIn(line), { payees, freshId: () => uuidv7(now) });
    await writeChanges(ctx, transactor, services, [taken.change]);
    await decide(ctx, transactor, line, bill, taken.kind, taken.kind === 'surplus' ? taken.why : '');
    if (taken.kind === 'surplus') await tell(ctx, transactor, line, bill, taken.why);
  });
}

const decide = (
  ctx: Ctx,
  transactor: Transactor,
  line: NewBankLine,
  bill: Bill | undefined,
  state: 'settled' | 'surplus' | 'assigned',
  why: Extract<TakenTransfer, { kind: 'surplus' }>['why'] | '',
) =>
  transactor.get(decideBankLine, {
    account: line.account,
    number: line.number,
    state,
    why,
    bill: bill?.code ?? null,
    refund: null,
    home_unit: bill?.homeUnit ?? null,
    dossier: bill?.dossier ?? null,
    at: new Date(ctx.clock.now()).toISOString(),
    by: ctx.actor.kind === 'officer' ? ctx.actor.name : '',
  });

const tell = (ctx: Ctx, transactor: Transactor, line: NewBankLine, bill: Bill | undefined, kind: string) =>
  transactor.get(noteDifference, {
    difference: json({
      kind,
      reference: `${line.account} ${line.number}`,
      day: localDate(line.at),
      unit: line.unit_id,
      homeUnit: bill?.homeUnit ?? null,
      dossier: bill?.dossier ?? null,
      dossierCode: bill?.dossierCode ?? '',
      there: line.amount,
      here: bill?.charges.reduce((sum, { state, amount }) => sum + (state === 'owed' ? amount : 0), 0) ?? 0,
      details: { words: line.words, account: line.account, number: line.number },
      at: new Date(ctx.clock.now()).toISOString(),
    }),
  });

export interface Assigning {
  /** The item about the line. */
  readonly difference: string;
  readonly account: string;
  readonly number: string;
  /** Payment code of the bill, as typed. */
  readonly bill: string;
  /** Fees of it; all that are owed when silent. */
  readonly fees?: readonly string[];
}

/** Gives money that nobody could place to a bill, by the accountant's word; what is left over stays surplus. */
export async function assignBankLine(
  ctx: Ctx,
  services: Pick<MatchingServices, 'accountOf' | 'unit'>,
  { difference, account, number, bill: typed, fees }: Assigning,
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refused({ code: 'not-yours' });
  const bill = await findBill(ctx, typed);
  if (!bill) return refused({ code: 'bill-unknown', field: 'bill' });
  return ctx.db.transact<Outcome<undefined>>(scopeOf(actor), async (transactor) => {
    const line = await transactor.find(lockBankLine, { account, number });
    if (!line || !allows(actor, paymentPermissions['payments.match'], line.unit_id))
      return refused({ code: 'not-yours' });
    if (line.state !== 'surplus') return refused({ code: 'line-placed' });
    const entry = await transactor.find(surplusEntry, {
      home_unit: line.home_unit ?? line.unit_id,
      key: surplusKey(moneyIn(line)),
    });
    if (!entry || entry.kept < line.amount) return refused({ code: 'surplus-gone' });
    const now = ctx.clock.now();
    const money = await moneyOf(transactor, { homeUnit: bill.homeUnit, id: bill.dossier });
    const wanted = fees ?? money.charges.filter(({ state }) => state === 'owed').map(({ fee }) => fee);
    const assigned = assignTransfer(
      money,
      moneyIn(line),
      { homeUnit: entry.home_unit, entry: entry.id },
      wanted,
      { payees: await payeesOf(services)(bill, line.unit_id), freshId: () => uuidv7(now) },
    );
    if (!assigned.ok) return assigned;
    await writeChanges(ctx, transactor, services, [assigned.value]);
    await decide(ctx, transactor, line, bill, 'assigned', '');
    return writeStep(ctx, transactor, difference, { kind: 'assigned', words: bill.dossierCode });
  });
}
