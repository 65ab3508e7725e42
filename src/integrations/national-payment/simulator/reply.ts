import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Behaviour } from './behaviour.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Work that `cutAfterCharging` leaves without an answer. */
  readonly charging?: boolean;
}

export const page = (body: string, status = 200): Reply => ({
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
export const json = (body: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body,
});
export const nothing = (status: number): Reply => ({ status, headers: {}, body: '' });
export const redirect = (location: string): Reply => ({ status: 303, headers: { location }, body: '' });

export function send(res: ServerResponse, reply: Reply): void {
  res.writeHead(reply.status, reply.headers).end(reply.body);
}

/** Announces all of it and sends half. */
export function sendHalf(res: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  res.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length });
  res.write(bytes.subarray(0, bytes.length >> 1), () => res.socket?.destroy());
}

/** The nonsense that stands where an answer should. */
export function garbled(kind: NonNullable<Behaviour['garbage']>, reply: Reply): Reply {
  switch (kind) {
    case 'json':
      return json('{"MaLoi":"00","ThongBao":"OK"}');
    case 'huge':
      return json(JSON.stringify({ MaLoi: '00', MoTaLoi: 'x'.repeat(1_000_000) }));
    case 'redirect':
      return { status: 307, headers: { location: '/api' }, body: '' };
    case 'empty':
      return json('');
    case 'gzip':
      return {
        ...reply,
        headers: { ...reply.headers, 'content-encoding': 'gzip' },
        body: gzipSync(reply.body),
      };
    default:
      return page('<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.');
  }
}

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
