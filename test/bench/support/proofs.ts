import assert from 'node:assert/strict';
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aPaper } from '#builders/papers';
import { drawPaper, loadTemplates } from '#capabilities/papers';
import { proveRow, publicLogJobs } from '#capabilities/public-log';
import { systemActor } from '#kernel/actor';
import { systemClock } from '#kernel/time';
import { openDatabase } from '#platform/db';
import { signPdf } from '#platform/pdf-signatures';
import { makeKey, readSigner } from '#platform/tlog';
import { openFileKeys } from '../../../src/integrations/file-keys/index.ts';
import { aCtx } from '../../support/database.ts';
import { smallAuthority } from '../../support/small-authority.ts';
import { must, stamperOf } from '../../support/small-services.ts';
import { root } from '../../support/tree.ts';
import { type Spread, spread } from './figures.ts';
import { type Bench, ceilingOf } from './rounds.ts';

export interface ProofFigures {
  /** PAdES B-T signatures of a paper by one thread in a second, the stamps of time made in the same thread. */
  readonly signed: Spread;
  /** The same ÷ what the bare cryptography of one takes: two signatures on P-256 and the hash of the paper. */
  readonly signedRatio: Spread;
  /** Leaves that the worker takes over in a second. */
  readonly leaves: Spread;
  /** The same ÷ rows of the journal that the database alone writes in a second, a thousand in a statement. */
  readonly leavesRatio: Spread;
  /** Milliseconds until one who asks alone has the proof of a row: half of them, and all but five of a hundred. */
  readonly proofP50: Spread;
  readonly proofP95: Spread;
}

/** What signatures and the public log cost. */
export async function proofs(bench: Bench, workerUrl: string): Promise<ProofFigures> {
  bench.note('signatures, leaves and proofs');
  const [signed, signedRatio] = await signatures(bench);
  return { signed, signedRatio, ...(await leavesAndProofs(bench, workerUrl)) };
}

/** A paper as the product draws it, with its fonts. */
async function paper(): Promise<Uint8Array> {
  const shelf = await loadTemplates(path.join(root, 'samples/papers'));
  const template = shelf.find('result');
  assert.ok(template);
  return must(await drawPaper(template, aPaper('result'))).pdf;
}

async function signatures({ plan }: Bench): Promise<readonly [Spread, Spread]> {
  const at = systemClock.now();
  const authority = await smallAuthority(at);
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-keys-'));
  try {
    const { pair, signer: certified } = await authority.issueWithKey({
      subject: [
        ['country', 'VN'],
        ['commonName', 'Lê Văn Ký'],
      ],
      keyUsage: ['digitalSignature', 'nonRepudiation'],
    });
    const kept = { folder, passphrase: 'bench' };
    await openFileKeys(kept).keep('leader', pair, certified.certificate, certified.chain);
    const store = openFileKeys(kept);
    const [pdf, stamper] = [await paper(), stamperOf(authority)];
    const one = async (): Promise<void> => {
      const signer = must(await store.signer('leader'));
      must(await signPdf(pdf, { signer, at, fieldName: 'nguoi-ky', stamper }));
    };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const bare = (): void => {
      createHash('sha256').update(pdf).digest();
      for (let n = 0; n < 2; n++) createSign('sha256').update('x').sign(privateKey);
    };
    const perSecond = async (work: () => void | Promise<void>): Promise<number> => {
      const begun = performance.now();
      let done = 0;
      for (; performance.now() - begun < plan.seconds * 1000; done++) await work();
      return (done * 1000) / (performance.now() - begun);
    };
    for (let warm = 0; warm < 20; warm++) await one();
    const rounds: (readonly [number, number])[] = [];
    for (let round = 0; round < plan.rounds; round++) {
      const [made, alone] = [await perSecond(one), await perSecond(bare)];
      rounds.push([made, made / alone]);
    }
    return [spread(rounds.map(([made]) => made)), spread(rounds.map(([, ratio]) => ratio))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const journal = `insert into audit.entry (id, at, actor_kind, action, subject) select gen_random_uuid(), now(), 'system', 'bench.done', $1 from generate_series(1, $2::int)`;

async function leavesAndProofs(
  bench: Bench,
  workerUrl: string,
): Promise<Omit<ProofFigures, 'signed' | 'signedRatio'>> {
  const { ground, plan } = bench;
  const worker = openDatabase({
    url: workerUrl,
    max: 2,
    applicationName: 'bench log',
    statementTimeout: 60_000,
  });
  const origin = 'bench.example/nhat-ky';
  const signer = readSigner(makeKey(origin, 1).secret);
  assert.ok(signer);
  const jobs = publicLogJobs({ origin, signer }, []);
  const ctx = { ...aCtx(worker, systemActor('public-log')), clock: systemClock };
  const run = async (name: string): Promise<number> =>
    (await jobs.find((job) => job.name === `public-log.${name}`)?.run(ctx)) ?? assert.fail(name);
  try {
    // What everything before has left is no part of it.
    while ((await run('take-over')) > 0) {}
    const [leaves, ratios, p50s, p95s]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < plan.rounds; round++) {
      const subject = randomUUID();
      const count = plan.seconds * 4000;
      for (let n = 0; n < count; n += 1000) await ground.sql(journal, [subject, 1000]);
      const begun = performance.now();
      const taken = await run('take-over');
      const perSecond = (taken * 1000) / (performance.now() - begun);
      assert.ok(taken >= count, `${taken} of ${count}`);
      await run('publish');
      const alone = await ceilingOf(
        bench,
        { text: journal.replace('$1', `'bare' || :n`).replace('$2::int', '1000'), most: 1_000_000 },
        1,
      );
      leaves.push(perSecond);
      ratios.push(perSecond / ((alone.pgbench ?? alone.loop) * 1000));
      const rows = await ground.sql<{ id: string }>(
        'select id from audit.entry where subject = $1 order by md5(id::text) limit 300',
        [subject],
      );
      const asked = { ...aCtx(worker, systemActor('bench')), clock: systemClock };
      const times: number[] = [];
      for (const { id } of rows) {
        const begin = performance.now();
        must(await proveRow(asked, { source: 'journal', key: id, witnesses: 0 }));
        times.push(performance.now() - begin);
      }
      times.sort((a, b) => a - b);
      p50s.push(times[Math.floor(times.length * 0.5)] ?? 0);
      p95s.push(times[Math.floor(times.length * 0.95)] ?? 0);
    }
    return {
      leaves: spread(leaves),
      leavesRatio: spread(ratios),
      proofP50: spread(p50s),
      proofP95: spread(p95s),
    };
  } finally {
    await worker.close();
  }
}
