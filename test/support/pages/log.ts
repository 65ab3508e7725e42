import { publicLogJobs } from '#capabilities/public-log';
import { systemActor } from '#kernel/actor';
import { done } from '#kernel/outcome';
import type { SetClock } from '#kernel/time';
import { answerAsWitness, type Head, makeKey, readSigner, type Signer } from '#platform/tlog';
import { aCtx, type TestDatabase } from '../database.ts';

const origin = 'motcua.example.vn/nhat-ky';
const signerOf = (secret: string): Signer => {
  const signer = readSigner(secret);
  if (!signer) throw new Error('A key of the tests cannot be read');
  return signer;
};
const keys = { log: makeKey(origin, 1), witness: makeKey('witness.example.vn', 4) };
const signers = { log: signerOf(keys.log.secret), witness: signerOf(keys.witness.secret) };

/** The public log of the small province, with one witness. */
export const logOfHouse = {
  origin,
  verifier: keys.log.verifier,
  witnesses: [{ verifier: keys.witness.verifier }],
  least: 1,
};

/** What the worker does for the log in a second, with a witness that remembers. */
export function secondsOfTheLog(
  { worker }: Pick<TestDatabase, 'worker'>,
  clock: SetClock,
): () => Promise<void> {
  let last: Head | undefined;
  const witness = {
    verifier: signers.witness.verifier,
    add: async (body: string) => {
      const log = { origin, keys: [signers.log.verifier] };
      const seconds = Math.floor(clock.now() / 1000);
      const answer = answerAsWitness(body, log, last, { witness: signers.witness, seconds });
      last = answer.seen ?? last;
      return done({ status: answer.status, body: answer.body });
    },
  };
  const jobs = publicLogJobs({ origin, signer: signers.log }, [witness]);
  return async () => {
    for (const job of jobs) await job.run(aCtx(worker, systemActor(job.name), clock));
  };
}
