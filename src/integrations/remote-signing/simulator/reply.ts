import { jsonText, page, redirect } from '#platform/loopback';
import type { Behaviour } from './behaviour.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const json = (value: unknown, status = 200): Reply => jsonText(JSON.stringify(value), status);
/** As CSC and OAuth say it. */
export const fault = (error: string, words: string, status = 400): Reply =>
  json({ error, error_description: words }, status);

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
