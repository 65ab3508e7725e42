import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Looks at processes that a test started itself, by the kernel's own list (Linux). */

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** The child whose program is called so, e.g. `web.ts`. */
export const childNamed = (pid: number, program: string): number | undefined =>
  childrenOf(pid).find((child) => new RegExp(`/${program.replace('.', '\\.')}( |$)`).test(commandOf(child)));

/** Resident memory, in bytes. */
export function memoryOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) * 1024;
}

/** The server of the embedded database in this data folder. */
export function postmasterOf(dataDir: string): number | undefined {
  try {
    const file = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return pid > 1 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The server and all it started, server first. */
export function databaseProcesses(dataDir: string): readonly number[] {
  const server = postmasterOf(dataDir);
  return server === undefined ? [] : [server, ...childrenOf(server)];
}

/** A signal to processes that may have ended meanwhile. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Ended before the signal came.
    }
  }
}
