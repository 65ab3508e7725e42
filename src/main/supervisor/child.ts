import { type ChildProcess, spawn } from 'node:child_process';
import type { FromChild, ToChild } from './handover.ts';

/** One run of one process. */
export interface Child {
  readonly pid: number | undefined;
  tell(message: ToChild): void;
  /** The process may do its work now: told at once, or as soon as it stands by. */
  begin(): void;
  /** Asks it to end, and ends it by force after this many ms. */
  stop(patienceMs: number): Promise<void>;
}

export interface ChildEvents {
  readonly ready: () => void;
  readonly figures: (figures: readonly object[]) => void;
  /** @param sentence why it could not start, when it said so. */
  readonly ended: (how: {
    readonly code: number | null;
    readonly signal: string | null;
    readonly sentence: string | undefined;
    readonly portTaken: boolean;
  }) => void;
}

/** Only what a program needs to run at all: everything else is handed over. */
const passedOn = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TZ',
  'SYSTEMROOT',
  'NODE_EXTRA_CA_CERTS',
  'NODE_COMPILE_CACHE',
];

const childEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

export function startChild(script: string, settings: object, on: ChildEvents): Child {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment(),
  });
  let sentence: string | undefined;
  let portTaken = false;
  let standsBy = false;
  let mayBegin = false;
  const tell = (message: ToChild): void => {
    if (child.connected) child.send(message, () => {});
  };
  child.on('message', (message: FromChild) => {
    switch (message.kind) {
      case 'standing-by':
        standsBy = true;
        if (mayBegin) tell({ kind: 'begin' });
        break;
      case 'ready':
        on.ready();
        break;
      case 'refused':
        sentence = message.sentence;
        portTaken = message.portTaken === true;
        break;
      case 'figures':
        on.figures(message.figures);
        break;
    }
  });
  child.on('error', () => {}); // `close` follows
  child.on('close', (code, signal) => on.ended({ code, signal, sentence, portTaken }));
  tell({ kind: 'settings', settings });

  return {
    pid: child.pid,
    tell,
    begin() {
      mayBegin = true;
      if (standsBy) tell({ kind: 'begin' });
    },
    stop(patienceMs) {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
      return new Promise((resolve) => {
        const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
        child.once('close', () => {
          clearTimeout(force);
          resolve();
        });
        child.kill('SIGTERM');
      });
    },
  };
}
