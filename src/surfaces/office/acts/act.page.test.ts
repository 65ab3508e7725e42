import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type Filed, type House, unitsOfHouse, type Visit, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const counter: Visitor = 'officer:one-stop-officer@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';
const leader: Visitor = 'officer:unit-leader@committeeA';
const clerk: Visitor = 'officer:clerk@committeeA';
const desk: Visitor = 'officer:result-desk@centreA';

const at = ({ code }: Filed, act = '') => `/mot-cua/ho-so/${code}${act && `/${act}`}`;
const seqIn = (page: Visit) => /name="expectedSeq" value="(\d+)"/.exec(page.text)?.[1] ?? '';

/** Opens the act's page and sends its form, as an officer does. */
async function does(
  dossier: Filed,
  act: string,
  as: Visitor,
  form: Record<string, string | readonly string[]> = {},
): Promise<Visit> {
  const page = await house.visit('GET', at(dossier, act), { as });
  assert.equal(page.status, 200, `${act} by ${as}`);
  return house.visit('POST', at(dossier, act), { as, form: { expectedSeq: seqIn(page), ...form } });
}
async function done(...doing: Parameters<typeof does>): Promise<void> {
  const answer = await does(...doing);
  assert.equal(
    answer.status,
    303,
    `${doing[1]}: ${/mc-summary-error.*?<\/ul>/.exec(answer.text)?.[0] ?? ''}`,
  );
  assert.match(answer.location, new RegExp(`xong=${doing[1]}`));
}

test('a birth is registered by posts alone: accept, take over, draft, approve, issue, return', async () => {
  const birth = await house.aDossier();
  await done(birth, 'tiep-nhan', counter);
  await done(birth, 'nhan-ban-giao', specialist);

  const form = await house.visit('GET', at(birth, 'du-thao'), { as: specialist });
  const content = Object.fromEntries(
    [...form.text.matchAll(/name="(nd-[^"]+)"[^>]*? value="([^"]*)"/g)].map((found) => [
      found[1] ?? '',
      found[2] ?? '',
    ]),
  );
  assert.ok(Object.keys(content).length > 8, 'the answers are offered as content');
  assert.deepEqual(Object.keys(content).slice(0, 2), ['nd-nksHoTen', 'nd-nksGioiTinh'], 'as the paper goes');
  assert.ok(!Object.keys(content).some((name) => name.startsWith('nd-nyc')), 'who files is not certified');
  await done(birth, 'du-thao', specialist, {
    'quyet-dinh': 'granted',
    ten: 'Giấy khai sinh',
    ...content,
    'nd-nksHoTen': 'NGUYỄN AN NHIÊN',
    'them-ten-1': 'Số con',
    'them-1': '01',
  });
  await done(birth, 'chuyen-buoc', specialist, { 'ghi-chu': 'Đã đối chiếu giấy chứng sinh' });

  const early = await does(birth, 'phe-duyet', leader).catch(() => undefined);
  assert.equal(early?.status, 422, 'the person may still read the draft');
  assert.match(early?.text ?? '', /chưa xác nhận dự thảo/);
  await house.act(birth, 'confirm-draft', {}, 'citizen1');
  await done(birth, 'phe-duyet', leader);

  await done(birth, 'ban-hanh', clerk, { so: '' });
  await house.act(birth, 'take-over', {}, desk);
  const { state } = await house.view(birth, desk);
  const fees = state.fees.map(({ id }) => id);
  if (fees.length > 0)
    await done(birth, 'thu-phi', 'officer:fee-desk@centreA', { khoan: fees, 'bien-lai': 'BL-01' });
  await done(birth, 'tra-ket-qua', desk, { cach: 'counter', 'nguoi-nhan': 'Nguyễn Thị Lan' });

  const end = await house.view(birth, desk);
  assert.equal(end.state.stage, 'returned');
  assert.equal(end.state.result?.number, '1/2026');
  assert.equal(end.state.result?.content['Họ, chữ đệm, tên của trẻ'], 'NGUYỄN AN NHIÊN');
  assert.equal(end.state.result?.content['Số con'], '01');
  const results = await house.db.sql(
    'select number, signer_name, content from results.result where dossier_id = $1',
    [birth.id],
  );
  assert.equal(results.length, 1);
});

test('who drafted may not sign, and is told so', async () => {
  const both: Visitor = 'officer:specialist+unit-leader@committeeA';
  const dossier = await house.aWalkIn();
  await done(dossier, 'nhan-ban-giao', both);
  await done(dossier, 'du-thao', both, { 'quyet-dinh': 'granted', ten: 'Giấy khai sinh' });
  await done(dossier, 'chuyen-buoc', both);
  const page = await house.visit('GET', at(dossier, 'phe-duyet'), { as: both });
  assert.match(page.text, /Bạn đã soạn kết quả này nên người khác phải ký\./);
  const posted = await house.visit('POST', at(dossier, 'phe-duyet'), {
    as: both,
    form: { expectedSeq: String((await house.view(dossier, both)).state.seq) },
  });
  assert.equal(posted.status, 422);
  assert.match(posted.text, /<title>Lỗi: /);
  assert.match(posted.text, /người khác phải ký/);
});

test('of two officers one wins; the other sees what changed and keeps every word', async () => {
  for (let i = 0; i < 20; i++) {
    const dossier = await house.aDossier({ seed: 100 + i });
    const seq = String((await house.view(dossier, counter)).state.seq);
    const text = `Lời của người thứ hai, lần ${i} <b>`;
    const other: Visitor = 'officer:one-stop-officer@centreA#2';
    const answers: readonly Visit[] = await Promise.all([
      house.visit('POST', at(dossier, 'tiep-nhan'), { as: counter, form: { expectedSeq: seq } }),
      house.visit('POST', at(dossier, 'tu-choi'), { as: other, form: { expectedSeq: seq, 'ly-do': text } }),
    ]);
    const won = answers.filter((answer) => answer.status === 303);
    const lost = answers.find((answer) => answer.status === 409);
    assert.equal(won.length, 1, answers.map((answer) => answer.status).join(' '));
    assert.ok(lost);
    assert.match(lost.text, /vừa thay đổi khi bạn đang viết/);
    const declined = lost === answers[0];
    if (!declined) assert.match(lost.text, new RegExp(`Lời của người thứ hai, lần ${i} &lt;b&gt;`));
    assert.match(lost.text, declined ? /Từ chối tiếp nhận/ : /Tiếp nhận/);
  }
});

test('the second officer may do it anyway, on the new state, with the same text', async () => {
  const dossier = await house.aWalkIn({ seed: 7 });
  await house.act(dossier, 'take-over', {}, specialist);
  const head: Visitor = 'officer:head-of-office@committeeA';
  const page = await house.visit('GET', at(dossier, 'tam-dung'), { as: head });
  await house.act(
    dossier,
    'ask-opinion',
    { unit: unitsOfHouse.department, question: 'Có đúng không?', days: 2 },
    specialist,
  );
  const late = await house.visit('POST', at(dossier, 'tam-dung'), {
    as: head,
    form: { expectedSeq: seqIn(page), 'ly-do': 'Chờ xác minh ở Cần Thơ' },
  });
  assert.equal(late.status, 409);
  assert.match(late.text, /Xin ý kiến Sở Tư pháp/);
  assert.match(late.text, /Vẫn làm: Tạm dừng/);
  assert.match(late.text, /Chờ xác minh ở Cần Thơ/);
  const again = await house.visit('POST', at(dossier, 'tam-dung'), {
    as: head,
    form: { expectedSeq: seqIn(late), 'ly-do': 'Chờ xác minh ở Cần Thơ' },
  });
  assert.equal(again.status, 303);
  assert.equal((await house.view(dossier, head)).state.stage, 'paused');
});

test('what is missing is said beside its field, and what was typed stays', async () => {
  const dossier = await house.aDossier({ seed: 4 });
  const answer = await does(dossier, 'yeu-cau-bo-sung', counter, {
    giay: ['giay-khac'],
    'ten-giay-khac': 'Bản sao hộ chiếu',
    'ly-do-giay-khac': '',
    'ly-do': 'Đề nghị bổ sung',
    'so-ngay': '5',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /href="#ly-do-giay-khac"/);
  assert.match(answer.text, /Bản sao hộ chiếu/);
  assert.match(answer.text, /Đề nghị bổ sung/);
  await done(dossier, 'yeu-cau-bo-sung', counter, {
    giay: ['giay-khac'],
    'ten-giay-khac': 'Bản sao hộ chiếu',
    'ly-do-giay-khac': 'Ảnh mờ, không đọc được',
    'cau-mau': 'Hồ sơ còn thiếu giấy tờ theo danh mục của thủ tục.',
    'ly-do': '',
    'so-ngay': '5',
  });
  const { state } = await house.view(dossier, counter);
  assert.equal(state.supplement?.papers[0]?.title, 'Bản sao hộ chiếu');
  assert.equal(state.supplement?.until, '2026-12-02');
});

test('the other acts, each by its page', async () => {
  const dossier = await house.aWalkIn({ code: '1.004873', seed: 11 });
  const head: Visitor = 'officer:head-of-office@committeeA';
  const asked: Visitor = 'officer:specialist@department';
  await done(dossier, 'nhan-ban-giao', specialist);
  const colleague = await house.actor(specialist);
  assert.ok(colleague.kind === 'officer');
  await done(dossier, 'giao-viec', head, { 'nguoi-nhan': colleague.officer });
  await done(dossier, 'xin-y-kien', specialist, {
    'don-vi': unitsOfHouse.department,
    'cau-hoi': 'Ý kiến?',
    'so-ngay': '2',
  });
  const opinion = (await house.view(dossier, asked)).state.opinions[0];
  await done(dossier, 'cho-y-kien', asked, {
    'cau-hoi': opinion?.id ?? '',
    'dong-y': 'khong',
    'noi-dung': 'Chưa rõ',
  });
  assert.equal((await house.view(dossier, specialist)).state.opinions[0]?.answer?.agrees, false);
  await done(dossier, 'tam-dung', head, { 'ly-do': 'Chờ' });
  await done(dossier, 'tiep-tuc', head);
  await done(dossier, 'xin-loi', head, {
    'ngay-moi-day': '10',
    'ngay-moi-month': '12',
    'ngay-moi-year': '2026',
    'ly-do': 'Cần thêm thời gian',
  });
  await done(dossier, 'yeu-cau-phi', specialist, {
    loai: 'phi',
    ten: 'Phí thẩm định',
    'so-tien': '1.250.000',
    'ly-do': 'NQ 1',
  });
  const { charges, state } = await house.view(dossier, specialist);
  const { fees } = state;
  assert.equal(charges.find(({ fee }) => fee === fees.at(-1)?.id)?.amount, 1_250_000);
  await done(dossier, 'mien-phi', head, {
    khoan: fees.map(({ id }) => id),
    'can-cu': 'Hộ nghèo',
    'chung-minh': 'Giấy chứng nhận hộ nghèo số 15',
  });
  await done(dossier, 'du-thao', specialist, {
    'quyet-dinh': 'refused',
    ten: 'Văn bản từ chối',
    'ly-do-tu-choi': 'Không đủ',
  });
  await done(dossier, 'chuyen-buoc', specialist);
  await done(dossier, 'tra-lai-buoc', head, { 'ly-do': 'Làm rõ' });
  await done(dossier, 'chuyen-buoc', specialist);
  await done(dossier, 'chuyen-buoc', head);
  await done(dossier, 'tra-lai-du-thao', leader, { 'ly-do': 'Sai căn cứ' });
  await done(dossier, 'dung-giai-quyet', leader, { 'ly-do': 'Không đủ điều kiện' });
  assert.equal((await house.view(dossier, leader)).state.stage, 'stopped');
});

test('a withdrawal is decided, an identity confirmed, a return undone', async () => {
  const dossier = await house.aDossier({ seed: 21 });
  await house.act(dossier, 'accept', {}, counter);
  await house.act(dossier, 'take-over', {}, specialist);
  await house.act(dossier, 'request-withdrawal', { reason: 'Đổi ý' }, 'citizen1');
  await done(dossier, 'khong-dong-y-rut', leader, { 'ly-do': 'Đã ký' });
  await house.act(dossier, 'request-withdrawal', { reason: 'Vẫn muốn rút' }, 'citizen1');
  await done(dossier, 'dong-y-rut', specialist);
  assert.equal((await house.view(dossier, leader)).state.closing?.ground, 'withdrawal');

  const guest = await house.aDossier({ by: 'guest', seed: 22 });
  const bad = await does(guest, 'xac-minh-danh-tinh', counter, {
    'so-dinh-danh': '0891',
    'da-doi-chieu': 'roi',
  });
  assert.match(bad.text, /cần đủ 12 chữ số/);
  await done(guest, 'xac-minh-danh-tinh', counter, { 'so-dinh-danh': '089190000001', 'da-doi-chieu': 'roi' });
  assert.equal((await house.view(guest, counter)).state.identityPending, false);
});

test('an act of another role or another unit stays closed', async () => {
  const dossier = await house.aDossier({ seed: 31 });
  assert.equal((await house.visit('GET', at(dossier, 'tiep-nhan'), { as: specialist })).status, 403);
  assert.equal((await house.visit('GET', at(dossier, 'tiep-nhan'))).status, 401);
  const farAway = await house.visit('GET', at(dossier, 'tiep-nhan'), {
    as: 'officer:one-stop-officer@centreB',
  });
  assert.equal(farAway.status, 404);
  const posted = await house.visit('POST', at(dossier, 'tiep-nhan'), {
    as: 'officer:one-stop-officer@centreB',
    form: {},
  });
  assert.equal(posted.status, 404);
  assert.equal((await house.view(dossier, counter)).state.stage, 'submitted');
});
