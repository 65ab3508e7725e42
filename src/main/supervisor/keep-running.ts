import { type ChildProcess, spawn } from 'node:child_process';
import type { Log } from '#platform/log';
import { Refused } from '../refused.ts';
import type { FromChild, ToChild } from './handover.ts';

export interface Kept {
  readonly name: string;
  /** Resolves when the process has said that it is ready for the first time; rejects with its sentence. */
  readonly ready: Promise<void>;
  pid(): number | undefined;
  tell(message: ToChild): void;
  /** Asks it to end, and ends it by force after this many ms. */
  stop(patienceMs: number): Promise<void>;
}

export interface KeepOptions {
  readonly name: string;
  readonly script: string;
  readonly settings: object;
  readonly log: Log;
  readonly onFigures?: (figures: readonly object[]) => void;
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

/** After the first tries without becoming ready, in ms. A process that was ready once is started again at once. */
const pauses = [0, 200, 500, 1000, 2000, 5000];
/** So many starts without becoming ready mean that it will not, when it never was ready. */
const triesToBegin = 4;

/** Keeps one process running until it is stopped. */
export function keepRunning({ name, script, settings, log, onFigures }: KeepOptions): Kept {
  let child: ChildProcess | undefined;
  let stopping = false;
  let everReady = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});

  const start = (): void => {
    timer = undefined;
    const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: childEnvironment(),
    });
    child = running;
    let sentence: string | undefined;
    running.on('message', (message: FromChild) => {
      if (message.kind === 'figures') onFigures?.(message.figures);
      else if (message.kind === 'refused') sentence = message.sentence;
      else {
        failures = 0;
        everReady = true;
        first.resolve();
      }
    });
    running.on('error', () => {}); // `exit` or `close` follows
    running.on('close', (code, signal) => {
      if (child === running) child = undefined;
      if (stopping) return;
      log.warn({ child: name, code, signal }, 'process ended');
      const pause = pauses[Math.min(failures++, pauses.length - 1)];
      if (!everReady && (sentence !== undefined || failures >= triesToBegin)) {
        first.reject(new Refused(sentence ?? `The process "${name}" ends each time it is started.`));
        return;
      }
      timer = setTimeout(start, pause);
    });
    running.send({ kind: 'settings', settings } satisfies ToChild, () => {});
  };
  start();

  return {
    name,
    ready: first.promise,
    pid: () => child?.pid,
    tell(message) {
      if (child?.connected) child.send(message, () => {});
    },
    stop(patienceMs) {
      stopping = true;
      clearTimeout(timer);
      const running = child;
      if (running === undefined || running.exitCode !== null || running.signalCode !== null)
        return Promise.resolve();
      return new Promise((resolve) => {
        const force = setTimeout(() => running.kill('SIGKILL'), patienceMs);
        running.once('close', () => {
          clearTimeout(force);
          resolve();
        });
        running.kill('SIGTERM');
      });
    },
  };
}
