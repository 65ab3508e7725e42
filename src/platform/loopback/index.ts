import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer, made before it is sent. */
export interface LoopbackReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A page that runs nothing, is kept nowhere and is framed by nobody. */
export const page = (body: string, status = 200) => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  },
  body,
});
export const jsonText = (body: string, status = 200) => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body,
});
export const nothing = (status: number) => ({ status, headers: {}, body: '' });
export const redirect = (location: string) => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
});

export function send(res: ServerResponse, { status, headers, body }: LoopbackReply): void {
  res.writeHead(status, headers).end(body);
}

/** Announces all of it and sends half. */
export function sendHalf(res: ServerResponse, { status, headers, body }: LoopbackReply): void {
  const bytes = Buffer.from(body);
  res.writeHead(status, { ...headers, 'content-length': bytes.length });
  res.write(bytes.subarray(0, bytes.length >> 1), () => res.socket?.destroy());
}

/** What was posted; it throws when there is more than was agreed. */
export async function bodyOf(req: IncomingMessage, most = 64 * 1024): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Error('Too much');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Listens for this machine alone; port 0 takes any that is free. @returns the port. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Stops at once: connections that stand are cut. */
export const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
