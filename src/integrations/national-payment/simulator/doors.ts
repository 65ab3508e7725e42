import { z } from 'zod';
import { isPlainDate } from '#kernel/time';
import { jsonText as json, nothing } from '#platform/loopback';
import { type Behaviour, behaviour } from './behaviour.ts';
import type { NoticeChange } from './notices.ts';
import type { Reply } from './reply.ts';
import { settlementFile } from './settlement.ts';
import type { TrueOrder } from './truth.ts';

export interface Doors {
  behave(next: Behaviour): void;
  truth(): readonly TrueOrder[];
  /** By hand, as a payer, the merchant or a bank would; false where nothing changed. */
  pend(reference: string): boolean;
  take(reference: string, how?: { bank?: string; amount?: number; evenIfDead?: boolean }): boolean;
  cancel(reference: string): boolean;
  giveBack(reference: string): boolean;
  chargeBack(reference: string): boolean;
  notify(reference: string, change?: NoticeChange): Promise<readonly number[]>;
}

const act = z.discriminatedUnion('viec', [
  z.strictObject({
    viec: z.literal('take'),
    reference: z.string(),
    bank: z.string().optional(),
    amount: z.number().int().positive().optional(),
    evenIfDead: z.boolean().optional(),
  }),
  z.strictObject({
    viec: z.enum(['pend', 'cancel', 'giveBack', 'chargeBack']),
    reference: z.string(),
  }),
  z.strictObject({
    viec: z.literal('notify'),
    reference: z.string(),
    code: z.string().optional(),
    amount: z.number().int().positive().optional(),
    merchant: z.string().optional(),
    at: z.number().optional(),
    seal: z.enum(['forged', 'other-tenant']).optional(),
    reencoded: z.boolean().optional(),
    copies: z.number().int().min(1).max(1000).optional(),
  }),
]);

/** Leaves out what was not given, as `exactOptionalPropertyTypes` wants it. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const given = <T extends object>(value: T): Given<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Given<T>;

/** The doors under `/mo-phong/` for whoever tries things out; no behaviour closes them. */
export async function door(
  doors: Doors,
  asked: { readonly method: string; readonly url: URL; readonly contentType: string; readonly body: Buffer },
): Promise<Reply> {
  const { method, url } = asked;
  const place = `${method} ${url.pathname}`;
  if (place === 'GET /mo-phong/su-that') return json(JSON.stringify({ orders: doors.truth() }));
  if (place === 'GET /mo-phong/doi-soat.csv') {
    const day = url.searchParams.get('ngay') ?? '';
    if (!isPlainDate(day)) return nothing(400);
    return {
      status: 200,
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      body: settlementFile(doors.truth(), day),
    };
  }
  if (place !== 'POST /mo-phong/hanh-vi' && place !== 'POST /mo-phong/viec') return nothing(404);
  // Asked for, so that no other page in the browser can send it without the browser's leave.
  if (asked.contentType !== 'application/json') return nothing(415);
  const body: unknown = JSON.parse(asked.body.toString('utf8'));
  if (url.pathname === '/mo-phong/hanh-vi') {
    doors.behave(behaviour.parse(body));
    return nothing(204);
  }
  const { viec, reference, ...how } = act.parse(body);
  if (viec === 'notify')
    return json(JSON.stringify({ statuses: await doors.notify(reference, given(how as NoticeChange)) }));
  return json(JSON.stringify({ changed: doors[viec](reference, given(how)) }));
}
