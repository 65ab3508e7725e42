import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { definePermissions } from '#kernel/actor';
import { definePage, type Reply, type Route } from '#platform/http';
import type { Telemetry } from '#platform/telemetry';
import { isThisMachine, type MetricsAccess } from './config/settings.ts';
import type { Readiness } from './readiness.ts';

const { watch } = definePermissions({ watch: { public: true } });
const nothing = z.object({});

const text = (status: number, type: string, body: string, headers?: Record<string, string>): Reply => ({
  kind: 'bytes',
  status,
  type,
  bytes: Buffer.from(body),
  ...(headers ? { headers } : {}),
});

/** Doors for machines that watch: is the process alive, can it work, how does it do. */
export const healthRoutes = (options: {
  readonly ready: () => Promise<Readiness>;
  readonly telemetry: Telemetry;
  readonly metrics: MetricsAccess;
}): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/livez',
    permission: watch,
    audit: 'none',
    input: nothing,
    // That it answers at all is the proof; the lag tells how hard it was.
    handle: async () => ({
      kind: 'json',
      status: 200,
      body: { alive: true, eventLoopLagMs: options.telemetry.loopLag() },
    }),
  }),
  definePage({
    method: 'GET',
    path: '/readyz',
    permission: watch,
    audit: 'none',
    input: nothing,
    handle: async () => {
      const answer = await options.ready();
      return answer.ready
        ? { kind: 'json', status: 200, body: answer }
        : text(503, 'application/json', JSON.stringify(answer), { 'retry-after': '2' });
    },
  }),
  definePage({
    method: 'GET',
    path: '/metrics',
    permission: watch,
    audit: 'none',
    input: z.object({ token: z.string().max(500).optional() }),
    handle: async (ctx, { token }) => {
      if (!mayRead(options.metrics, ctx.ip, token)) {
        return { kind: 'problem', problem: 'not-found' }; // not even that there is something
      }
      const { type, body } = await options.telemetry.text();
      return text(200, type, body);
    },
  }),
];

/** @param ip of who asks; only this machine's own counts when a token is demanded. */
export function mayRead(access: MetricsAccess, ip: string, shown: string | undefined): boolean {
  if (access.kind !== 'token') return access.kind === 'on';
  const given = Buffer.from(shown ?? '');
  const wanted = Buffer.from(access.token);
  return (
    isThisMachine(ip.replace(/^::ffff:/, '')) &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}
