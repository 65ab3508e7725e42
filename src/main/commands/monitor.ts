import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import {
  type LogReader,
  nothingRead,
  type Reread,
  rereadAll,
  rereadLog,
  sameHistory,
} from '#capabilities/public-log';
import type { Outcome } from '#kernel/outcome';
import type { Policy } from '#platform/tlog';
import { policyIn, whyNotBelieved } from '../log-policy.ts';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';

const patienceMs = 20_000;
const mostBytes = 20_000_000;
/** A checkpoint is published a moment before its witnesses have signed it. */
const tries = 6;
const pauseMs = 800;

const memory = z.object({
  size: z.number().int().nonnegative(),
  root: z.base64(),
  edge: z.array(z.object({ level: z.number(), n: z.number(), bytes: z.base64() })),
});

export const monitorCommand: Command = {
  name: 'monitor',
  summary: 'rereads the public log of an instance from its public files and says whether it only grew',
  words: ['<address>'],
  options: {
    '--policy=': 'file of the keys to believe, from the page /nhat-ky',
    '--folder=': 'folder in which it remembers what it has read',
    '--again': 'reads everything from the first line, not only what is new',
    '--shown=': 'file of a checkpoint that somebody else was shown: is it of the same history?',
  },
  details: `The address is that of the log, such as https://motcua.example.vn/nhat-ky. Everybody may run it, best somebody who has no part in the
office, from a timer once in a while. No database is asked: that rows and lines agree is what the worker's own comparison looks at.
Ends with code 1 when the log was rewritten, is shorter than it was, or showed somebody a second history.`,
  async run({ typed, console }) {
    const [address = ''] = typed.words;
    const { '--policy': policyFile, '--folder': folder, '--shown': shown } = typed.options;
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new Refused('Name the address of the log, such as https://motcua.example.vn/nhat-ky.', 2);
    if (typeof policyFile !== 'string')
      throw new Refused('--policy=… must name the file of keys from the page /nhat-ky.', 2);
    if (typeof folder !== 'string')
      throw new Refused('--folder=… must say where it remembers what it has read.', 2);
    const policy = policyIn(policyFile);
    const read = over(address.replace(/\/+$/, ''));
    const file = path.join(path.resolve(folder), 'read.json');
    const before = recall(file);
    const look = typed.options['--again'] ? rereadAll : rereadLog;
    const mine = believed(address, await witnessed(() => look(read, policy, before)));
    keep(file, mine);
    line(
      console.out,
      `${policy.origin} has ${mine.size} lines, ${mine.size - before.size} of them new, and only grew.`,
    );
    if (typeof shown === 'string') await compare(read, policy, mine, shown);
    return 0;
  },
};

async function witnessed(look: () => Promise<Outcome<Reread>>): Promise<Outcome<Reread>> {
  for (let n = 1; ; n++) {
    const said = await look();
    if (said.ok || said.refusal.code !== 'witnesses-missing' || n === tries) return said;
    await sleep(pauseMs);
  }
}

async function compare(read: LogReader, policy: Policy, mine: Reread, shown: string): Promise<void> {
  const said = await sameHistory(read, policy, { mine, shown: textOf(shown) });
  if (!said.ok) throw new Refused(`${shown}: ${whyNotBelieved(said.refusal)}.`, 1);
}

function believed<T>(address: string, said: Outcome<T>): T {
  if (said.ok) return said.value;
  throw new Refused(`${address}: ${whyNotBelieved(said.refusal)}.`, 1);
}

const over =
  (address: string): LogReader =>
  async (below) => {
    try {
      const answer = await fetch(`${address}/${below}`, {
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostBytes) return undefined;
      return new Uint8Array(await answer.arrayBuffer());
    } catch {
      throw new Refused(`${address}/${below} does not answer.`, 1);
    }
  };

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Refused(`${file} cannot be read.`, 2);
  }
}

function recall(file: string): Reread {
  if (!existsSync(file)) return nothingRead;
  try {
    const { size, root, edge } = memory.parse(JSON.parse(readFileSync(file, 'utf8')));
    const tiles = edge.map((tile) => ({ ...tile, bytes: Buffer.from(tile.bytes, 'base64') }));
    return { size, root: Buffer.from(root, 'base64'), edge: tiles };
  } catch {
    throw new Refused(`${file} cannot be read. Put back its copy, or take it away to begin anew.`, 2);
  }
}

function keep(file: string, { size, root, edge }: Reread): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const tiles = edge.map((tile) => ({ ...tile, bytes: base64(tile.bytes) }));
  writeFileSync(`${file}.part`, JSON.stringify({ size, root: base64(root), edge: tiles }), { flush: true });
  renameSync(`${file}.part`, file);
}
