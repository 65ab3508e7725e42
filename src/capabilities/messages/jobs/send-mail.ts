import { refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import type { MailPort } from '../ports.ts';
import {
  mailBacklog as backlogOfMail,
  deliveryFailed,
  deliverySent,
  leaseDelivery,
} from '../queries/index.ts';

/** `failed`: no more tries, it is left to a human. */
export type MailOutcome = 'sent' | 'again' | 'failed';

/** E-mails that wait, and those left to a human. */
export const mailBacklog = (ctx: Ctx) => ctx.db.read(systemScope, (reader) => reader.get(backlogOfMail, {}));

const mostTries = 8;
const perRun = 50;

/**
 * Sends what waits, one by one: a short lease in a transaction, the outside call without any, then the outcome. A
 * worker killed in between leaves a lease that ends by itself, and the next try carries the same outward key.
 */
export const sendMailJob = (port: MailPort, told: (outcome: MailOutcome) => void = () => {}): Job => ({
  name: 'messages.send-mail',
  wake: { everyMs: 1000 },
  async run(ctx) {
    for (let sent = 0; sent < perRun; sent++) {
      if (!(await sendOne(ctx, port, told))) return sent;
    }
    return perRun;
  },
});

async function sendOne(ctx: Ctx, port: MailPort, told: (outcome: MailOutcome) => void): Promise<boolean> {
  const leased = await ctx.db.transact(systemScope, (transactor) =>
    transactor.find(leaseDelivery, { now: ctx.clock.now() }),
  );
  if (!leased) return false;
  const { id, address: to, subject, body: text, created_at: at } = leased;
  const outcome = await port.send({ key: id, to, subject, text, at }).catch((error: unknown) => {
    ctx.log.error({ delivery: id, error }, 'the way out for e-mail is broken');
    return refused({ code: 'unreachable' as const, details: { answer: 'broken' } });
  });
  const now = ctx.clock.now();
  const became = await ctx.db.transact(systemScope, async (transactor): Promise<MailOutcome> => {
    if (outcome.ok) {
      await transactor.find(deliverySent, { id, now });
      return 'sent';
    }
    const { code, details } = outcome.refusal;
    const failure = [code, details?.answer].filter(Boolean).join(': ').slice(0, 300);
    const final = code === 'address-refused';
    const left = await transactor.find(deliveryFailed, { id, now, failure, final, most: mostTries });
    if (left?.state !== 'failed') return 'again';
    ctx.log.error({ delivery: id, code }, 'an e-mail needs attention');
    return 'failed';
  });
  told(became);
  return true;
}
