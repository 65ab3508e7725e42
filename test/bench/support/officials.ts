import assert from 'node:assert/strict';
import { officialsHeader, openActors } from '#capabilities/identity';
import { openUnits } from '#capabilities/organisations';
import { systemActor } from '#kernel/actor';
import { systemClock } from '#kernel/time';
import { openDatabase } from '#platform/db';
import { Sessions } from '#platform/sessions';
import { takeOfficersFile } from '../../../src/main/officers-file.ts';
import { aCtx } from '../../support/database.ts';
import { type Spread, spread } from './figures.ts';
import type { Bench } from './rounds.ts';

export interface OfficialsFigures {
  readonly rows: number;
  /** Seconds from the bytes of a file to the last row in the journal: everybody new. */
  readonly added: Spread;
  /** The same file again, everybody with another role: each post ends, another begins. */
  readonly moved: Spread;
}

const rows = 5000;
/** Runs on one database never meet each other's people. */
const series = (Date.now() % 1000).toString().padStart(3, '0');

/** Officials from a file, by the door of `motcua officers`. */
export async function officials(
  { plan, note }: Pick<Bench, 'plan' | 'note'>,
  workerUrl: string,
): Promise<OfficialsFigures> {
  note(`${rows.toLocaleString('en')} officials from a file`);
  const db = openDatabase({
    url: workerUrl,
    max: 2,
    applicationName: 'bench officials',
    statementTimeout: 60_000,
  });
  try {
    const ctx = { ...aCtx(db, systemActor('bench')), clock: systemClock };
    const units = openUnits(db, systemClock);
    const people = {
      units,
      actors: openActors({ db, clock: systemClock, units }),
      sessions: new Sessions(db, systemClock, '00'.repeat(32)),
    };
    const codes = (await units.directory()).centres().map(({ code }) => code);
    assert.ok(codes.length > 0);
    const file = (round: number, role: string): Uint8Array =>
      new TextEncoder().encode(
        [
          officialsHeader,
          ...Array.from({ length: rows }, (_, n) => {
            const number = `9${series}${round % 10}${String(n).padStart(7, '0')}`;
            return `Nguyễn Văn Đo;${number};o${number}@example.vn;bench-${number};${codes[n % codes.length]};Chuyên viên;${role};;`;
          }),
        ].join('\n'),
      );
    const seconds = async (bytes: Uint8Array): Promise<number> => {
      const begun = performance.now();
      const told: string[] = [];
      const clean = await takeOfficersFile(
        ctx,
        people,
        { bytes, tryOnly: false, goodRows: false, certifiesAtOnce: false },
        (line) => void told.push(line),
      );
      assert.ok(clean, told.slice(0, 5).join('\n'));
      return (performance.now() - begun) / 1000;
    };
    const [added, moved]: [number[], number[]] = [[], []];
    for (let round = 0; round < plan.rounds; round++) {
      added.push(await seconds(file(round, 'one-stop-officer')));
      moved.push(await seconds(file(round, 'result-desk')));
    }
    return { rows, added: spread(added), moved: spread(moved) };
  } finally {
    await db.close();
  }
}
