import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../refused.ts';

/** Who holds the folder. A process id alone may have been given to another process since, so its birth is kept too. */
interface Holder {
  readonly pid: number;
  readonly born: string;
  readonly what: string;
}

export type FolderLock =
  | { readonly held: true; release(): void }
  | { readonly held: false; readonly by: { readonly pid: number; readonly what: string } };

const fileOf = (dataDir: string): string => path.join(dataDir, 'motcua.lock');

/**
 * Takes the data folder for this process. One left behind by a process that was killed is taken over.
 * @param what command that holds it, for the sentence of whom comes second.
 */
export async function lockFolder(dataDir: string, what: string): Promise<FolderLock> {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Refused(
      `The data folder ${dataDir} cannot be made (${(error as Error).message}). Set DATA_DIR to a folder that this user may write.`,
    );
  }
  const file = fileOf(dataDir);
  const mine: Holder = { pid: process.pid, born: birthOf(process.pid), what };
  for (let tries = 0; tries < 200; tries++) {
    if (claim(file, mine)) return { held: true, release: () => release(file, mine) };
    const holder = read(file);
    if (holder && isAlive(holder)) return { held: false, by: holder };
    removeStale(file, holder);
    await sleep(20);
  }
  throw new Refused(`The lock ${file} cannot be taken. If no Một Cửa runs on this folder, delete that file.`);
}

/** Written aside and linked, so that nobody ever reads half a lock. */
function claim(file: string, mine: Holder): boolean {
  const aside = `${file}.${mine.pid}`;
  try {
    writeFileSync(aside, JSON.stringify(mine), { mode: 0o644 });
  } catch (error) {
    throw new Refused(
      `The data folder ${path.dirname(file)} cannot be written (${(error as Error).message}). Set DATA_DIR to a folder that this user may write.`,
    );
  }
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(aside);
  }
}

function read(file: string): Holder | undefined {
  try {
    const text = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return { pid: Number(text.pid), born: String(text.born), what: String(text.what) };
  } catch {
    return undefined;
  }
}

/** Two may find the same stale lock; only the one inside the small folder removes it, and looks again before. */
function removeStale(file: string, seen: Holder | undefined): void {
  const inside = `${file}.takeover`;
  try {
    mkdirSync(inside);
  } catch {
    try {
      if (Date.now() - statSync(inside).mtimeMs > 5000) rmdirSync(inside); // its maker was killed in between
    } catch {
      // Gone already.
    }
    return;
  }
  const now = read(file);
  if (JSON.stringify(now) === JSON.stringify(seen)) rmSync(file, { force: true });
  rmdirSync(inside);
}

function release(file: string, mine: Holder): void {
  if (JSON.stringify(read(file)) === JSON.stringify(mine)) rmSync(file, { force: true });
}

function isAlive({ pid, born }: Holder): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EPERM') return false;
  }
  return birthOf(pid) === born;
}

/** Boot of the machine and tick of the start; elsewhere than on Linux the process id must do. */
function birthOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? 'dead' : `${boot}/${fields[19]}`;
  } catch {
    return 'dead';
  }
}
