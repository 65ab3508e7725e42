import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { type Fact, fact } from './truth.ts';

export interface Journal {
  readonly facts: readonly Fact[];
  add(next: Fact): void;
}

/** Facts as lines of JSON, only ever added to; a last line that a crash has torn off is dropped at the start. */
export function openJournal(dataDir: string | undefined): Journal {
  if (dataDir === undefined) return { facts: [], add() {} };
  const file = path.join(dataDir, 'national-payment', 'su-that.jsonl');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(file, whole);
  const facts = bytes
    .toString('utf8', 0, whole)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fact.parse(JSON.parse(line)));
  return { facts, add: (next) => appendFileSync(file, `${JSON.stringify(next)}\n`, { mode: 0o600 }) };
}
