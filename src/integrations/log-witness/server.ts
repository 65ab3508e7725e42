import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock } from '#kernel/time';
import { answerAsWitness, type Signer, type WatchedLog } from '#platform/tlog';
import type { WitnessMemory } from './memory.ts';

/** A checkpoint with a proof is a few kB. */
const mostBytes = 64 * 1024;

export interface RunningWitness {
  readonly port: number;
  stop(): Promise<void>;
}

export interface WitnessParts {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly log: WatchedLog;
  readonly signer: Signer;
  readonly memory: WitnessMemory;
  readonly clock: Clock;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function end(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Answers `POST /add-checkpoint`, one at a time: what it saw is on disk before its answer leaves. */
export function startWitness({
  host,
  port,
  log,
  signer,
  memory,
  clock,
}: WitnessParts): Promise<RunningWitness> {
  const answer = (body: string) => {
    const how = { witness: signer, seconds: Math.floor(clock.now() / 1000) };
    const said = answerAsWitness(body, log, memory.last(log.origin), how);
    // No waiting between looking and keeping: two questions at once cannot roll it back.
    if (said.seen) memory.keep(log.origin, said.seen);
    return said;
  };
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST' || request.url !== '/add-checkpoint')
        return end(response, 404, 'Only add-checkpoint is answered here.\n');
      const body = await bodyOf(request);
      if (body === undefined) {
        end(response, 400, 'Too long.\n');
        return void request.destroy();
      }
      const { status, body: text, type } = answer(body);
      end(response, status, text, type);
    })().catch(() => response.destroy());
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5000;
  server.maxConnections = 100;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      });
    });
  });
}
