import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsOf, locateDossier } from '#capabilities/dossiers';
import { scopeOf } from '#platform/context';
import { aHouse, genericCode, liveCodes } from '#test/pages';
import { compareAll, filledSheet, shown } from '#test/pages/counter-sheet';
import { counterRoutes } from './index.ts';

const house = await aHouse({ routes: (doors) => counterRoutes(doors) });
const officer = 'officer:one-stop-officer@centreA';
const card = '089096000011|351234567|Võ Hoàng Nam|14031996|Nam|Ấp Vĩnh Lộc|02052021';
const person = { _so: card, '_dien-thoai': '0912345678', _lam: 'nhan' };

function wellMade(text: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1, 'one h1');
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, 'one primary button');
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object/);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], 'ids are unique');
}

const filled = (code: string, seed = 3) => filledSheet(house, code, seed);

test('the first page finds procedures and a code leads straight on', async () => {
  const all = await house.visit('GET', '/mot-cua/quay', { as: officer });
  assert.equal(all.status, 200);
  wellMade(all.text);
  const found = await house.visit('GET', '/mot-cua/quay?q=khai+sinh', { as: officer });
  assert.match(found.text, /\/mot-cua\/quay\/1\.001193/);
  const straight = await house.visit('GET', '/mot-cua/quay?q=1.001193', { as: officer });
  assert.equal(straight.location, '/mot-cua/quay/1.001193');
});

test('only those who receive come to the counter', async () => {
  for (const path of ['/mot-cua/quay', '/mot-cua/quay/1.001193']) {
    const specialist = await house.visit('GET', path, { as: 'officer:specialist@committeeA' });
    assert.equal(specialist.status, 403);
    assert.equal((await house.visit('GET', path)).status, 401);
    assert.equal((await house.visit('GET', path, { as: 'citizen1' })).status, 403);
  }
});

for (const code of [...liveCodes, genericCode])
  test(`${code} is received at the counter without script`, async () => {
    const path = `/mot-cua/quay/${code}`;
    const as = code === '1.004222' ? 'officer:one-stop-officer@policeA' : officer;
    const blank = await house.visit('GET', path, { as });
    assert.equal(blank.status, 200);
    wellMade(blank.text);
    let form: Record<string, string> = { ...shown(blank.text), ...person, ...(await filled(code)) };
    let sent = await house.visit('POST', path, { as, form });
    for (let round = 0; sent.status === 422 && round < 3; round++) {
      wellMade(sent.text);
      assert.match(sent.text, /<title>Lỗi: /);
      form = {
        ...form,
        ...shown(sent.text),
        ...compareAll(sent.text),
        ...(await filled(code)),
        _lam: 'nhan',
      };
      sent = await house.visit('POST', path, { as, form });
    }
    assert.equal(sent.status, 303, [...sent.text.matchAll(/mc-summary-error[\s\S]*?<\/ul>/g)].join());
    const done = await house.visit('GET', sent.location, { as });
    assert.equal(done.status, 200);
    wellMade(done.text);
    // A procedure without a form of its own promises no date yet, and form 01 is a promise.
    if (code !== genericCode) assert.match(done.text, /in\/giay-tiep-nhan/);
    assert.match(done.text, /Võ Hoàng Nam/);
    const again = await house.visit('POST', path, { as, form });
    assert.equal(again.location, sent.location, 'the same sheet sent twice is one dossier');
  });

test('a card fills the person and overwrites nothing that was typed', async () => {
  const form = { _lam: 'tra', _so: card, _ten: 'Võ Hoàng Nam (sửa)' };
  const page = await house.visit('POST', '/mot-cua/quay/1.001193', { as: officer, form });
  assert.equal(page.status, 200);
  const fields = shown(page.text);
  assert.equal(fields['_so'], '089096000011');
  assert.equal(fields['_ten'], 'Võ Hoàng Nam (sửa)');
  assert.deepEqual([fields['_sinh-day'], fields['_sinh-year']], ['14', '1996']);
  assert.doesNotMatch(page.text, /mc-summary-error/);
});

test('an error keeps everything that was typed', async () => {
  const typed = { ...person, _so: '08919600001', nksHoTen: 'Võ Gia Hân', 'nksNgaySinh-day': '31' };
  const page = await house.visit('POST', '/mot-cua/quay/1.001193', { as: officer, form: typed });
  assert.equal(page.status, 422);
  const fields = shown(page.text);
  for (const [name, value] of Object.entries(typed))
    if (name !== '_lam') assert.equal(fields[name], value, name);
  assert.match(page.text, /href="#_so"/);
});

test('a fee is taken at once, and a missing card slip is said; the printed receipt is optional', async () => {
  const path = '/mot-cua/quay/1.004873';
  const answers = { ...(await filled('1.004873')), doiTuongMienPhi: 'khong' };
  const first = await house.visit('POST', path, {
    as: officer,
    form: { ...person, ...answers, _lam: 'xem' },
  });
  const sheet = { ...shown(first.text), ...person, ...answers, ...compareAll(first.text), _phi: 'paid' };
  const open = await house.visit('POST', path, { as: officer, form: { ...sheet, _phi: 'card' } });
  assert.equal(open.status, 422);
  assert.match(open.text, /Hãy ghi số hóa đơn thẻ/);
  const sent = await house.visit('POST', path, { as: officer, form: { ...sheet, '_bien-lai': 'BL-0007' } });
  assert.equal(sent.status, 303);
  const code = decodeURIComponent(sent.location.split('/').at(-1) ?? '');
  const ctx = await house.ctx(officer);
  const ref = await locateDossier(ctx, code);
  assert.ok(ref);
  const acts = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(actsOf, { home_unit: ref.homeUnit, id: ref.id }),
  );
  const paid = acts.find(({ kind }) => kind === 'fee-paid');
  assert.equal((paid?.payload as { receipt?: string } | undefined)?.receipt, 'BL-0007');
});

test('a sheet is paid by card with its slip; a till of yesterday is said before the dossier is there, and nothing typed is lost', async () => {
  const path = '/mot-cua/quay/1.004873';
  const answers = { ...(await filled('1.004873', 7)), doiTuongMienPhi: 'khong' };
  const fresh = async () => {
    const first = await house.visit('POST', path, {
      as: officer,
      form: { ...person, ...answers, _lam: 'xem' },
    });
    return { ...shown(first.text), ...person, ...answers, ...compareAll(first.text), _phi: 'card' };
  };
  const sent = await house.visit('POST', path, {
    as: officer,
    form: { ...(await fresh()), '_so-the': '000777' },
  });
  assert.equal(sent.status, 303, /mc-summary-error[\s\S]*?<\/ul>/.exec(sent.text)?.[0]);
  const [receipt] = await house.db.sql<{ way: string; slip: string; till: string }>(
    `select r.way, split_part(r.evidence, ' ', 2) as slip, t.debit as till from payments.receipt r
     join payments.transfer t on t.evidence = r.id::text where r.dossier_code = $1 limit 1`,
    [decodeURIComponent(sent.location.split('/').at(-1) ?? '')],
  );
  assert.deepEqual([receipt?.way, receipt?.slip], ['card', '000777']);
  assert.match(receipt?.till ?? '', /^card:/);

  const today = house.clock.now();
  house.clock.set(today + 24 * 3_600_000);
  const sheet = await fresh();
  const before = await house.db.sql('select id from dossiers.dossier');
  const late = await house.visit('POST', path, {
    as: officer,
    form: { ...sheet, _phi: 'paid', '_bien-lai': 'BL-9' },
  });
  assert.equal(late.status, 422);
  assert.match(late.text, /Ca thu của bạn mở từ hôm trước/);
  assert.deepEqual([shown(late.text)['_phi'], shown(late.text)['_bien-lai']], ['paid', 'BL-9']);
  assert.equal((await house.db.sql('select id from dossiers.dossier')).length, before.length);
  const owed = await house.visit('POST', path, { as: officer, form: { ...sheet, _phi: 'owed' } });
  assert.equal(owed.status, 303, /mc-summary-error[\s\S]*?<\/ul>/.exec(owed.text)?.[0]);
  house.clock.set(today);
});

test('twenty presses of the button at the same moment make one dossier, its notes and its fee once', async () => {
  const path = '/mot-cua/quay/1.001193';
  const blank = await house.visit('GET', path, { as: officer });
  let form: Record<string, string> = { ...shown(blank.text), ...person, ...(await filled('1.001193', 5)) };
  assert.match(form['_khoa'] ?? '', /[0-9a-f-]{36}/);
  for (let round = 0; round < 3; round++) {
    const { text } = await house.visit('POST', path, { as: officer, form: { ...form, _lam: 'xem' } });
    form = { ...form, ...shown(text), ...compareAll(text), ...(await filled('1.001193', 5)) };
  }
  form = { ...form, _lam: 'nhan', _ten: 'Võ Hai Mươi Lần' };
  const sent = await Promise.all(
    Array.from({ length: 20 }, () => house.visit('POST', path, { as: officer, form })),
  );
  assert.deepEqual(
    [...new Set(sent.map(({ status }) => status))],
    [303],
    /mc-summary-error[\s\S]*?<\/ul>/.exec(sent[0]?.text ?? '')?.[0],
  );
  assert.equal(new Set(sent.map(({ location }) => location)).size, 1);
  const rows = await house.db.sql(
    "select d.id, (select count(*) from dossiers.note n where n.dossier_id = d.id)::int as notes from dossiers.dossier d where owner_name = 'Võ Hai Mươi Lần'",
    [],
  );
  assert.equal(rows.length, 1);
  assert.ok(Number(rows[0]?.['notes']) <= 1);
  const fresh = await house.visit('GET', path, { as: officer });
  assert.notEqual(shown(fresh.text)['_khoa'], form['_khoa'], 'each sheet has its own key');
});

test('a procedure that is no longer received leads to the one in its place, and the command receives it neither', async () => {
  const [code, next] = ['1.004222', '1.004873'];
  const before = await house.visit('GET', `/mot-cua/quay/${code}`, { as: officer });
  assert.equal(before.status, 200);
  await house.db.sql(
    "insert into catalogue.closing (code, from_day, replaced_by, closed_at) values ($1, '2026-11-20', $2, now())",
    [code, next],
  );
  house.catalogue.forget();
  for (const method of ['GET', 'POST'] as const) {
    const page = await house.visit(method, `/mot-cua/quay/${code}`, {
      as: officer,
      ...(method === 'POST' ? { form: { ...(await filled(code)), ...person } } : {}),
    });
    assert.equal(page.status, 410, method);
    wellMade(page.text);
    assert.match(page.text, /dừng nhận từ 20\/11\/2026/);
    assert.match(page.text, new RegExp(`href="/mot-cua/quay/${next}"`));
  }
  await assert.rejects(house.aWalkIn({ code }), /procedure-closed/);
  assert.equal((await house.visit('GET', `/mot-cua/quay/${next}`, { as: officer })).status, 200);
});
