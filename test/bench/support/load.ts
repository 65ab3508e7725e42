import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';

export interface Job {
  readonly port: number;
  readonly clients: number;
  /** Whole requests as they travel; when they are used up they begin again. */
  readonly requests: readonly string[];
  /** So many are sent at most. */
  readonly total: number;
  readonly seconds: number;
}
export interface Loaded {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** A request as text. Each comes from an address of its own, so that limits per address do not answer instead. */
export function requestText(
  method: string,
  url: string,
  options: {
    readonly host: string;
    readonly cookie?: string;
    readonly form?: Readonly<Record<string, string>>;
    readonly n?: number;
  },
): string {
  const body = options.form === undefined ? '' : new URLSearchParams(options.form).toString();
  const n = options.n ?? 0;
  return [
    `${method} ${url} HTTP/1.1`,
    `host: ${options.host}`,
    `x-forwarded-for: 10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    ...(options.cookie === undefined ? [] : [`cookie: ${options.cookie}`]),
    ...(options.form === undefined
      ? []
      : ['content-type: application/x-www-form-urlencoded', `content-length: ${Buffer.byteLength(body)}`]),
    '',
    body,
  ].join('\r\n');
}

export interface Generator {
  /** @param expected the only status that counts. */
  run(job: Job, expected: number): Promise<Loaded>;
  close(): void;
}

export function aGenerator(): Generator {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', new URL('./load-child.ts', import.meta.url).pathname],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' },
  );
  return {
    async run(job, expected) {
      const loaded = await new Promise<Loaded & { error?: string }>((resolve, reject) => {
        child.once('message', (message) => resolve(message as Loaded));
        child.once('exit', () => reject(new Error('the load generator ended')));
        child.send(job);
      });
      child.removeAllListeners('exit');
      assert.equal(loaded.error, undefined);
      assert.deepEqual(
        Object.keys(loaded.statuses),
        [String(expected)],
        `answers: ${JSON.stringify(loaded.statuses)}`,
      );
      return loaded;
    },
    close: () => child.disconnect(),
  };
}
