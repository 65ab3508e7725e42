import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approveMove, changeList, proposeMove, setServiceLevel } from '#capabilities/catalogue';
import { addDraftFile, findDraft, saveDraft, startDraft, weighFiling } from '#capabilities/dossiers';
import { aHouse, unitsOfHouse } from '#test/pages';
import { fillForm } from '../../../../../test/support/pages/answers.ts';
import { portalRoutes } from '../../index.ts';

const house = await aHouse({ routes: portalRoutes });
const technical = 'officer:system-administrator@province';
const second = 'officer:system-administrator@province#2';
const code = '1.004873';
const page = async (path: string) => (await house.visit('GET', path)).text;
const must = async (outcome: Promise<{ readonly ok: boolean }>) => {
  const got = await outcome;
  assert.ok(got.ok, JSON.stringify(got));
  house.catalogue.forget();
  return got;
};

test('a procedure says that it is essential and filed anywhere, and can be filtered by it', async () => {
  const birth = await page('/thu-tuc/1.001193');
  assert.match(birth, /Dịch vụ thiết yếu \(danh mục 25\)/);
  assert.match(birth, /Nộp ở bất kỳ trung tâm nào/);
  assert.match(await page(`/thu-tuc/${code}`), /Dịch vụ thiết yếu \(danh mục 53\)/);
  const of25 = await page('/thu-tuc?thiet-yeu=25');
  assert.match(of25, /1\.001193/);
  assert.doesNotMatch(of25, new RegExp(`/thu-tuc/${code}`));
  assert.match(await page('/thu-tuc?thiet-yeu=53'), new RegExp(`/thu-tuc/${code}`));
});

/** A draft of commune A that lacks nothing but the place where it is filed. */
async function aDraft(): Promise<string> {
  const ctx = await house.ctx('citizen2');
  const current = await house.catalogue.current(code);
  assert.ok(current);
  const definition = await house.services.procedure(code, current.version);
  const facts = { channel: 'online', representing: 'self', today: '2026-11-25' };
  const { lists } = house.services;
  const answers = fillForm(definition, { lists, facts, seed: 9, commune: '30337' });
  const started = await startDraft(ctx, {
    code,
    version: current.version,
    facts: { representing: 'self' },
    answers,
  });
  assert.ok(started.ok);
  // Each page was sent by its own button.
  const seen = [...definition.form.pages.map(({ id }) => id), '@giay-to'];
  await saveDraft(ctx, started.value, { typed: Object.fromEntries(seen.map((id) => [id, {}])) });
  const draft = await findDraft(ctx, started.value);
  assert.ok(draft);
  for (const { id } of weighFiling(definition, draft, lists, ctx.clock.now()).missing)
    await addDraftFile(ctx, started.value, id, {
      sha256: 'b'.repeat(64),
      name: 'x.pdf',
      size: 9,
      kind: 'pdf',
    });
  return started.value;
}

test('the public list counts, filters, and comes as CSV and JSON; what leaves it is no longer on it', async () => {
  const all = JSON.parse((await house.visit('GET', '/nop-moi-noi.json')).bytes.toString());
  assert.equal(all.goal, 100);
  const listed = all.procedures.filter((each: { anywhere: boolean }) => each.anywhere).length;
  assert.deepEqual([all.all.listed, all.all.of], [listed, all.procedures.length]);
  assert.match(await page('/nop-moi-noi'), /Mục tiêu 100 %/);
  await must(
    changeList(await house.ctx(technical), {
      list: 'anywhere',
      listed: false,
      codes: [code],
      from: '2026-11-25',
      decision: '78/QĐ-UBND',
    }),
  );
  const csv = (await house.visit('GET', '/nop-moi-noi.csv')).bytes.toString();
  assert.match(csv, new RegExp(`^${code},.*,chưa,78/QĐ-UBND,2026-11-25`, 'm'));
  assert.doesNotMatch(await page(`/thu-tuc/${code}`), /Nộp ở bất kỳ trung tâm nào/);
  const now = JSON.parse((await house.visit('GET', '/nop-moi-noi.json')).bytes.toString());
  assert.equal(now.all.listed, listed - 1);
  // Away from where it is decided nobody files it, and a counter there says where.
  await assert.rejects(house.aDossier({ code, receiver: 'centreB', commune: '30337' }), /only-where-decided/);
  await house.aDossier({ code, receiver: 'centreA', commune: '30337' });
  const where = await house.visit('GET', `/nop-ho-so/${await aDraft()}/noi-nhan`, { as: 'citizen2' });
  assert.equal(where.status, 200, where.location);
  assert.match(where.text, /chỉ nhận ở trung tâm nơi giải quyết/);
  assert.match(where.text, /Trung tâm xã An Phú/);
  assert.doesNotMatch(where.text, /Trung tâm phường Bình Đức|Tìm trung tâm khác/);
  await must(
    changeList(await house.ctx(technical), {
      list: 'anywhere',
      listed: true,
      codes: [code],
      from: '2026-11-25',
      decision: '79/QĐ-UBND',
    }),
  );
  await house.aDossier({ code, receiver: 'centreB', commune: '30337', seed: 2 });
});

test('where an authority serves it at the counter only, its people are not asked to file online', async () => {
  const set = async (level: string, unit: typeof unitsOfHouse.committeeA | null) =>
    must(
      setServiceLevel(await house.ctx(technical), {
        code,
        unit,
        level,
        from: '2026-11-25',
        decision: '77/QĐ-UBND',
      }),
    );
  await set('none', unitsOfHouse.committeeB);
  assert.match(await page(`/thu-tuc/${code}`), /Nơi có mức trực tuyến khác \(1\)/);
  await assert.rejects(
    house.aDossier({ code, commune: '30292', receiver: 'centreB', seed: 4 }),
    /not-online-there/,
  );
  await house.aDossier({ code, commune: '30337', seed: 5 });
  await set('none', null);
  const closed = await page(`/thu-tuc/${code}`);
  assert.doesNotMatch(closed, /nop-ho-so\/bat-dau/);
  assert.match(await page(`/nop-ho-so/bat-dau/${code}`), /chưa nộp được trên mạng/);
  await set('as-published', null);
  assert.match(await page(`/thu-tuc/${code}`), /nop-ho-so\/bat-dau/);
});

test('a decision that moves authority is told before its day and after it', async () => {
  const proposed = await proposeMove(await house.ctx(technical), {
    number: '45/QĐ-UBND',
    issuer: 'Ủy ban nhân dân tỉnh',
    decidedOn: '2026-11-20',
    kind: 'decentralise',
    codes: [code],
    toLevel: null,
    toUnit: unitsOfHouse.department,
    from: '2026-11-26',
    until: null,
    openDossiers: 'stay',
    note: '',
  });
  assert.ok(proposed.ok);
  assert.doesNotMatch(await page(`/thu-tuc/${code}`), /45\/QĐ-UBND/);
  await must(approveMove(await house.ctx(second), proposed.value));
  const before = await page(`/thu-tuc/${code}`);
  assert.match(before, /Từ 26\/11\/2026, Sở Tư pháp giải quyết thủ tục này/);
  house.clock.set(house.clock.now() + 86_400_000);
  house.catalogue.forget();
  const after = await page(`/thu-tuc/${code}`);
  assert.match(after, /Do Sở Tư pháp giải quyết từ 26\/11\/2026/);
  const filed = await house.aDossier({ code, seed: 7 });
  const { state } = await house.view(filed, 'officer:one-stop-officer@centreA');
  assert.equal(state.competent, unitsOfHouse.department);
});
