import { uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import type { Job } from '#platform/jobs';
import type { GatewayRecord } from '#ports/payments';
import { writeChanges } from '../commands/write-change.ts';
import { lockMoney, takeToAsk } from '../queries/index.ts';
import type { MoneyChange } from '../rules/change.ts';
import type { Session } from '../rules/money.ts';
import { takeRecord } from '../rules/take-record.ts';
import type { PaymentServices } from '../services.ts';

/**
 * Questions in hand at once, and for how long they are this worker’s alone, in seconds: a little longer than a gateway may take, so
 * that what a worker that died had in hand is soon asked anew.
 */
const batch = 100;
const leaseSeconds = 10;
/** Questions on their way to gateways side by side. */
const lanes = 16;

interface Answered {
  readonly session: Session;
  readonly record: GatewayRecord;
}

/** Asks gateways about every payment of which the end is not known, and writes down what they say. */
export const askGateways = (services: PaymentServices): Job => ({
  name: 'payments.ask-gateways',
  wake: { everyMs: 400 },
  run: (ctx) => askOnce(ctx, services),
});

/** One round. @returns how many sessions were asked about. */
export async function askOnce(ctx: Ctx, services: PaymentServices): Promise<number> {
  const now = ctx.clock.now();
  const due = await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.rows(takeToAsk, { now, lease: leaseSeconds, most: batch }),
  );
  const answers: Answered[] = [];
  const queue = due.values();
  const lane = async () => {
    for (const session of queue) {
      const gateway = services.gateways.find(({ key }) => key === session.gateway);
      const said = await gateway?.ask({ reference: session.reference, at: session.begunAt });
      // No answer is no news: the lease ends, and it is asked again.
      if (said?.kind === 'answered') answers.push({ session, record: said.value });
      else ctx.log.warn({ reference: session.reference, said }, 'a gateway does not tell about a payment');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await takeAnswers(ctx, services, answers);
  return due.length;
}

/** All in one transaction; where one of them cannot be written, each by itself, so that it holds up nobody else. */
async function takeAnswers(ctx: Ctx, services: PaymentServices, answers: readonly Answered[]): Promise<void> {
  if (answers.length === 0) return;
  try {
    await write(ctx, services, answers);
  } catch (error) {
    if (answers.length === 1) throw error;
    ctx.log.warn({ error }, 'answers of gateways are written one by one');
    for (const answer of answers)
      await write(ctx, services, [answer]).catch((reason: unknown) =>
        ctx.log.error(
          { reason, reference: answer.session.reference },
          'the answer of a gateway is not written',
        ),
      );
  }
}

const write = (ctx: Ctx, services: PaymentServices, answers: readonly Answered[]): Promise<void> =>
  ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = ctx.clock.now();
    const keys = json(
      answers.map(({ session }) => ({ home_unit: session.homeUnit, dossier_id: session.dossier })),
    );
    const rows = await transactor.rows(lockMoney, { keys });
    const changes: MoneyChange[] = [];
    const done = new Set<string>();
    for (const { session, record } of answers) {
      // Two sessions of one dossier are two decisions: the second is taken with the next round.
      if (done.has(session.dossier)) continue;
      const money = rows.find((row) => row.dossier_id === session.dossier)?.money;
      if (!money) continue;
      done.add(session.dossier);
      changes.push(
        takeRecord(money, session.id, record, { now, asked: session.asked, freshId: () => uuidv7(now) }),
      );
    }
    await writeChanges(ctx, transactor, services, changes);
  });
