import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { publicLogJobs } from '#capabilities/public-log';
import { systemActor } from '#kernel/actor';
import { makeKey, type Policy, readBundle, readSigner, tilePath } from '#platform/tlog';
import { aCtx } from '#test/database';
import type { House } from '#test/pages';
import {
  keyOfWitness,
  memoryIn,
  startWitness,
  witnessByHttp,
} from '../../../src/integrations/log-witness/index.ts';

const second = 1000;

/** The log of a house with two witnesses behind addresses of their own, each with its key and memory on disk. */
export async function aHouseLog(house: House) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-log-'));
  const origin = 'motcua.example.vn/nhat-ky';
  const signer = readSigner(makeKey(origin, 1).secret);
  assert.ok(signer);
  const running = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const at = path.join(folder, name);
      const key = keyOfWitness(at, `${name}.example.vn`);
      const witness = await startWitness({
        host: '127.0.0.1',
        port: 0,
        log: { origin, keys: [signer.verifier] },
        signer: key,
        memory: memoryIn(at),
        clock: house.clock,
      });
      const url = `http://127.0.0.1:${witness.port}`;
      return { witness, key, seen: memoryIn(at), by: witnessByHttp({ url, verifier: key.verifier }) };
    }),
  );
  after(async () => {
    await Promise.all(running.map(({ witness }) => witness.stop()));
    rmSync(folder, { recursive: true, force: true });
  });
  const jobs = publicLogJobs(
    { origin, signer },
    running.map(({ by }) => by),
  );
  const run = async (name: string): Promise<void> => {
    const job = jobs.find((each) => each.name === `public-log.${name}`);
    assert.ok(job, name);
    await job.run(aCtx(house.db.worker, systemActor(job.name), house.clock));
  };
  const policy: Policy = {
    origin,
    keys: [signer.verifier],
    witnesses: running.map(({ key }) => key.verifier),
    least: 2,
  };
  return {
    origin,
    signer,
    policy,
    witnesses: running,
    /** The worker takes rows over, signs and has signed. @param seconds go by meanwhile. */
    async grows(seconds = 1): Promise<void> {
      house.clock.set(house.clock.now() + seconds * second);
      await run('take-over');
      await run('publish');
    },
    async monitorLooks(): Promise<void> {
      await run('compare');
    },
    /** All entries, as a stranger reads them. */
    async entries(): Promise<string[]> {
      const note = (await house.visit('GET', '/nhat-ky/checkpoint')).text;
      const size = Number(note.split('\n')[1]);
      const found: string[] = [];
      for (let n = 0; n * 256 < size; n++) {
        const tile = tilePath('entries', n, Math.min(256, size - n * 256));
        const { bytes } = await house.visit('GET', `/nhat-ky/tile/${tile}`);
        found.push(...(readBundle(bytes) ?? []).map((entry) => Buffer.from(entry).toString()));
      }
      assert.equal(found.length, size);
      return found;
    },
  };
}
