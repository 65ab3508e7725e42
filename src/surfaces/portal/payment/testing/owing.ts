import assert from 'node:assert/strict';
import type { Filed, House, Visit } from '#test/pages';
import { walkTo } from '../../testing/walk.ts';

const specialist = 'officer:specialist@committeeA';

export interface Owing {
  readonly filed: Filed;
  /** Payment code. */
  readonly bill: string;
  readonly path: string;
}

const fees = [
  { id: 'phi-1', kind: 'phi' as const, name: 'Phí khai thác thông tin', amount: 20_000 },
  { id: 'le-phi-1', kind: 'le-phi' as const, name: 'Lệ phí hộ tịch', amount: 10_000 },
];

/** A dossier that waits for 30.000 đồng: a phí and a lệ phí. */
export async function anOwing(house: House, asked = fees): Promise<Owing> {
  const filed = await house.aDossier();
  await walkTo(house, filed, 'taken');
  await house.act(filed, 'ask-fee', { fees: asked, reason: 'Theo biểu phí của tỉnh.' }, specialist);
  const bill = await billOf(house, filed);
  return { filed, bill, path: `/thanh-toan/${bill}` };
}

export async function billOf(house: House, { id }: Filed): Promise<string> {
  const [row] = await house.db.sql<{ bill: string }>(
    'select bill from payments.charge where dossier_id = $1 limit 1',
    [id],
  );
  assert.ok(row, 'the dossier has a payment code');
  return row.bill;
}

/** Fields of the first form of a page that posts to this address, as a browser would send them. */
export function fieldsOf(page: Visit, action: string): Record<string, string> {
  const form = page.text.split('<form ').find((each) => each.includes(`action="${action}"`));
  assert.ok(form, `a form to ${action}`);
  const own = form.split('</form>')[0] ?? '';
  return Object.fromEntries(
    [...own.matchAll(/<(?:input|button)[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

/** Presses the button to pay online, as whoever has the link. @returns what came back. */
export async function pays(house: House, path: string, from = '203.0.113.10'): Promise<Visit> {
  const headers = { 'x-forwarded-for': from };
  const page = await house.visit('GET', path, { headers });
  const { _csrf: _token, ...form } = fieldsOf(page, `${path}/tra`);
  return house.visit('POST', `${path}/tra`, { form, headers });
}

/** The reference of the only order that the gateway holds for this dossier. */
export function orderOf(house: House, { filed }: Owing): string {
  const own = [...house.gateway.orders.values()].filter(({ order }) => order.dossier.code === filed.code);
  const last = own.at(-1);
  assert.ok(last, 'the gateway has an order');
  return last.order.reference;
}
