import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
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
export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
/** As CSC and OAuth say it. */
export const fault = (error: string, words: string, status = 400): Reply =>
  json({ error, error_description: words }, status);
export const nothing = (status: number): Reply => ({ status, headers: {}, body: '' });
export const redirect = (location: string): Reply => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
});

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
export function garbled(kind: NonNullable<Behaviour['garbage']>): Reply {
  switch (kind) {
    case 'html':
      return page('<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.');
    case 'json':
      return json({ status: 'OK', signatures: 7, credentialIDs: { 0: 'a' } });
    case 'huge':
      return json({ credentialIDs: ['x'.repeat(2_000_000)] });
    case 'redirect':
      return redirect('/oauth2/token');
    case 'empty':
      return { ...json(null), body: '' };
  }
}

export async function bodyOf(req: IncomingMessage, most = 64 * 1024): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Error('Too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
