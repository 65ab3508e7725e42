import { z } from 'zod';
import {
  checkpointNow,
  logFindings,
  logHealth,
  publicLogPermissions,
  tileBytes,
} from '#capabilities/public-log';
import { definePage, htmlReply, problem, type Reply, type Route } from '#platform/http';
import { readTilePath } from '#platform/tlog';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { logKeysOf } from './log-keys.ts';
import { logHome, policyPath } from './paths.ts';
import { publicLogView } from './public-log.view.ts';

const open = { method: 'GET', permission: publicLogPermissions['public-log.read'], audit: 'none' } as const;

const bytes = (type: string, content: Uint8Array, cache: string): Reply => ({
  kind: 'bytes',
  status: 200,
  type,
  bytes: content,
  headers: { 'cache-control': cache, 'access-control-allow-origin': '*' },
});
/** It changes with every second; tiles never do. */
const brief = 'public, max-age=2';
const forever = 'public, max-age=31536000, immutable';

/** The public log: a page for people, and its files for machines (c2sp.org/tlog-tiles). */
export const publicLogPages = (doors: Doors): readonly Route[] => [
  definePage({
    ...open,
    path: logHome,
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const [newest, witnessed, findings, health] = await Promise.all([
        checkpointNow(ctx),
        checkpointNow(ctx, doors.log.least),
        logFindings(ctx),
        logHealth(ctx),
      ]);
      const title = say('Nhật ký công khai', 'The public log');
      const main = publicLogView({ say, log: doors.log, newest, witnessed, findings, health, title });
      const before = back('/gioi-thieu', say('Giới thiệu', 'About'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before }));
    },
  }),
  definePage({
    ...open,
    path: `${logHome}/checkpoint`,
    input: z.object({}),
    perMinute: 600,
    async handle(ctx) {
      const newest = await checkpointNow(ctx);
      return newest
        ? bytes('text/plain; charset=utf-8', Buffer.from(newest.note), brief)
        : problem('not-found');
    },
  }),
  definePage({
    ...open,
    path: `${logHome}/tile/*`,
    input: z.object({ '*': z.string().max(80) }),
    perMinute: 6000,
    async handle(ctx, input) {
      const asked = readTilePath(input['*']);
      const found = asked && (await tileBytes(ctx, asked));
      return found ? bytes('application/octet-stream', found, forever) : problem('not-found');
    },
  }),
  definePage({
    ...open,
    path: policyPath,
    input: z.object({}),
    async handle() {
      const policy = logKeysOf(doors.log);
      return bytes('application/json', Buffer.from(`${JSON.stringify(policy, null, 2)}\n`), brief);
    },
  }),
];
