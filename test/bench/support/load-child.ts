// The load generator, a process of its own: raw sockets kept alive, requests made beforehand, so that little of the machine
// goes to asking. One job per message.
import net from 'node:net';
import type { Job, Loaded } from './load.ts';

/** One connection that asks, waits for the whole answer, and asks again. */
class Line {
  readonly #socket: net.Socket;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (part) => {
      this.#buffer = this.#buffer.length === 0 ? part : Buffer.concat([this.#buffer, part]);
      this.#read();
    });
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')));
  }

  #read(): void {
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#buffer.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    let whole: number;
    if (length !== undefined) whole = end + 4 + Number(length);
    else if (/\r\ntransfer-encoding: chunked/i.test(head)) {
      const last = this.#buffer.indexOf('\r\n0\r\n\r\n', end);
      if (last < 0) return;
      whole = last + 7;
    } else whole = end + 4;
    if (this.#buffer.length < whole) return;
    this.#buffer = this.#buffer.subarray(whole);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(Number(head.slice(9, 12)));
  }

  ask(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }
  close(): void {
    this.#socket.destroy();
  }
}

const open = (port: number): Promise<Line> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => resolve(new Line(socket)));
    socket.once('error', reject);
  });

async function run({ port, clients, requests, total, seconds }: Job): Promise<Loaded> {
  const made = requests.map((text) => Buffer.from(text));
  const lines = await Promise.all(Array.from({ length: clients }, () => open(port)));
  const statuses: Record<string, number> = {};
  const waits: number[] = [];
  let next = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      while (next < total && performance.now() < until) {
        const request = made[next++ % made.length];
        if (!request) return;
        const from = performance.now();
        const status = await line.ask(request);
        waits.push(performance.now() - from);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  const ms = performance.now() - begun;
  for (const line of lines) line.close();
  waits.sort((a, b) => a - b);
  const at = (share: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    perSecond: (waits.length / ms) * 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    statuses,
    count: waits.length,
  };
}

process.on('message', (job: Job) => {
  run(job).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
