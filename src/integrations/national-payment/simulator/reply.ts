import { gzipSync } from 'node:zlib';
import { jsonText as json, type LoopbackReply, page } from '#platform/loopback';
import type { Behaviour } from './behaviour.ts';

export interface Reply extends LoopbackReply {
  /** Work that `cutAfterCharging` leaves without an answer. */
  readonly charging?: boolean;
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
