import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sampleWithDecisions, seededPick } from '#builders/forms';
import { resident } from '#builders/identity';
import { asPlainDate, instantAt } from '#kernel/time';
import { aHouse } from './testing/house.ts';
import { draftIn, toCheck } from './testing/walk.ts';

const code = '1.001612';
const house = await aHouse({ definitions: [await sampleWithDecisions(code)] });
after(() => house.close());

/** Files at nine in the morning of a day. @returns what the last page says and what is owed. */
async function filedOn(day: string) {
  house.clock.set(instantAt(asPlainDate(day), 9 * 60));
  const visitor = await house.person(resident, 'Nguyễn Thị Hoa');
  const { html } = await visitor.get(`/nop-ho-so/bat-dau/${code}`);
  const page = await toCheck({ house, visitor, code, pick: seededPick(7) });
  await visitor.send(page);
  const [row] = await house.db.sql<{ fees: { amount: number }[] }>(
    `select jsonb_agg(jsonb_build_object('amount', c.amount)) as fees
     from payments.charge c join dossiers.dossier d on d.home_unit = c.home_unit and d.id = c.dossier_id where d.draft_id = $1`,
    [draftIn(page.url)],
  );
  return { start: html, check: page.html, fees: row?.fees };
}

test('on the last day of a council resolution its rate is shown and owed; on the next day the circular’s', async () => {
  const last = await filedOn('2027-12-31');
  assert.match(last.start, /mức theo Nghị quyết 18\/2026\/NQ-HĐND .*75\.000 đồng/);
  assert.match(last.check, /Nghị quyết 18\/2026\/NQ-HĐND[^]*75\.000/);
  assert.deepEqual(
    last.fees?.map(({ amount }) => amount),
    [75_000],
  );

  const next = await filedOn('2028-01-01');
  assert.doesNotMatch(next.start + next.check, /NQ-HĐND|75\.000/);
  assert.deepEqual(
    next.fees?.map(({ amount }) => amount),
    [150_000],
  );
});
