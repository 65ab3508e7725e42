import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWorkingMorning } from '#test/database';
import { aHouse } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { sendForm, walkTo } from '../testing/walk.ts';
import { dueIfResumedNow } from '../tracking/due.ts';

const reception = 'officer:one-stop-officer@centreA' as const;
const asked = {
  papers: [
    { demand: 'giay-chung-sinh', title: 'Giấy chứng sinh', reason: 'Ảnh bị mờ.' },
    { demand: 'khac-1', title: 'Giấy kết hôn', reason: 'Thiếu trang hai.' },
  ],
  reason: 'Chưa đọc được.',
  days: 3,
};
const mine = (code: string, rest = '') => `/cua-toi/ho-so/${code}${rest}`;

test('my dossier', async (all) => {
  const house = await aHouse({ routes: portalRoutes });
  await all.test('a dossier is its owner’s alone', async () => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier();
    for (const rest of [
      '',
      '/bo-sung',
      '/tin-nhan',
      '/du-thao',
      '/rut',
      '/ai-da-xem',
      '/noi-dung',
      '/danh-gia',
      '/lich.ics',
      '/giay/giay-tiep-nhan',
    ]) {
      const other = await house.visit('GET', mine(filed.code, rest), { as: 'citizen2' });
      assert.equal(other.status, 404, `${rest} for another citizen`);
      const nobody = await house.visit('GET', mine(filed.code, rest));
      assert.equal(nobody.status, 401, `${rest} without sign-in`);
      const officer = await house.visit('GET', mine(filed.code, rest), { as: reception });
      assert.equal(officer.status, 403, `${rest} for an officer`);
    }
    const stolen = await house.visit('POST', mine(filed.code, '/rut'), {
      as: 'citizen2',
      form: { 'ly-do': 'Thử' },
    });
    assert.equal(stolen.status, 404);
    assert.equal((await house.view(filed, 'citizen1')).state.stage, 'submitted');
  });

  await all.test('the page shows state, road, filed answers, readings and calendar', async () => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier({ receiver: 'centreB' });
    await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreB');
    const transit = await house.visit('GET', mine(filed.code), { as: 'citizen1' });
    assert.match(transit.text, /Chuyển UBND xã An Phú/);
    assert.match(transit.text, /chưa nhận/);
    house.clock.set(house.clock.now() + 10 * 60_000);
    await house.act(filed, 'take-over', {}, 'officer:specialist@committeeA');
    const page = await house.visit('GET', mine(filed.code), { as: 'citizen1' });
    assert.match(page.text, /đã nhận 09:10/);
    assert.match(page.text, /Hẹn trả lúc 17:00/);
    assert.match(page.text, /thứ Tư 25\/11\/2026/);
    assert.match(page.text, /Còn 5 giờ làm việc/);
    assert.match(page.text, /aria-current="step"/);
    assert.equal(page.text.match(/<h1/g)?.length, 1);
    assert.match(
      (await house.visit('GET', mine(filed.code, '/noi-dung'), { as: 'citizen1' })).text,
      /Trẻ tên là gì/,
    );
    const calendar = await house.visit('GET', mine(filed.code, '/lich.ics'), { as: 'citizen1' });
    assert.match(String(calendar.headers['content-type']), /text\/calendar/);
    assert.match(calendar.text, /DTSTART:20261125T100000Z/);
    const english = await house.visit('GET', mine(filed.code), {
      headers: { cookie: `__Host-mc=${await house.cookieOf('citizen1')}; mc-lang=en` },
    });
    assert.match(english.text, /Where it is/);
    assert.match(english.text, /Wednesday 25\/11\/2026/);
  });

  await all.test('a supplement: asked, refused kindly, sent, and the clock told honestly', async (t) => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier();
    await walkTo(house, filed, 'taken');
    await house.act(filed, 'ask-supplement', asked, 'officer:specialist@committeeA');
    const path = mine(filed.code, '/bo-sung');

    await t.test('the page names each paper with its reason', async () => {
      const list = await house.visit('GET', '/cua-toi', { as: 'citizen1' });
      assert.match(list.text, /Bổ sung 2 giấy tờ/);
      const page = await house.visit('GET', path, { as: 'citizen1' });
      assert.match(page.text, /Giấy chứng sinh/);
      assert.match(page.text, /Thiếu trang hai\./);
      assert.match(page.text, /mỗi tệp không quá 10 MB/);
    });

    await t.test('a missing and an empty file come back with their sentences, nothing is sent', async () => {
      const answer = await sendForm(house, path, 'citizen1', [
        { name: 'giay-0', file: 'trong.pdf', body: '' },
        { name: 'giay-1', file: '', body: '' },
        { name: 'note', body: '' },
      ]);
      const text = await answer.text();
      assert.equal(answer.status, 422);
      assert.match(text, /<title>Lỗi: /);
      assert.match(text, /Tệp này trống/);
      assert.match(text, /Hãy chọn tệp cho: Giấy kết hôn/);
      assert.equal((await house.view(filed, 'citizen1')).state.supplement?.sentAt, undefined);
    });

    await t.test(
      'a file and a word of explanation are enough; the new paper stands for the old one',
      async () => {
        const answer = await sendForm(house, path, 'citizen1', [
          { name: 'giay-0', file: 'chung-sinh.pdf', body: '%PDF-1.7 mới' },
          { name: 'note', body: 'Giấy kết hôn tôi nộp ngày mai.' },
        ]);
        assert.equal(answer.status, 303);
        assert.equal(answer.headers.get('location'), mine(filed.code, '?xong=bo-sung'));
        const view = await house.view(filed, 'citizen1');
        assert.ok(view.state.supplement?.sentAt);
        const sent = view.documents.find((row) => row.file_name === 'chung-sinh.pdf');
        assert.equal(sent?.demand, 'giay-chung-sinh');
        for (const old of view.documents.filter(
          (row) => row.demand === 'giay-chung-sinh' && row.id !== sent?.id,
        ))
          assert.equal(old.replaced_by, sent?.id);
        const file = await house.visit('GET', mine(filed.code, `/tep/${sent?.id}`), { as: 'citizen1' });
        assert.equal(file.text, '%PDF-1.7 mới');
        assert.equal(file.headers['x-content-type-options'], 'nosniff');
        assert.match(String(file.headers['content-security-policy']), /sandbox/);
        assert.match(String(file.headers['content-disposition']), /^attachment/);
        const done = await house.visit('GET', mine(filed.code, '?xong=bo-sung'), { as: 'citizen1' });
        assert.match(done.text, /Đã gửi phần bổ sung/);
        const again = await house.visit('GET', path, { as: 'citizen1' });
        assert.equal(again.location, mine(filed.code));
      },
    );

    await t.test('the date that was foreseen is the date that comes', async () => {
      house.clock.set(house.clock.now() + 26 * 3600_000);
      const before = await house.view(filed, 'citizen1');
      const foreseen = dueIfResumedNow(before.rules.calendar, before.state, house.clock.now());
      await house.act(filed, 'confirm-supplement', {}, 'officer:specialist@committeeA');
      assert.deepEqual((await house.view(filed, 'citizen1')).state.due, foreseen);
    });
  });

  await all.test('the draft: only what was seen is confirmed', async () => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier();
    await walkTo(house, filed, 'drafted');
    const path = mine(filed.code, '/du-thao');
    const page = await house.visit('GET', path, { as: 'citizen1' });
    assert.match(page.text, /Nguyễn Bảo Ngọc/);
    assert.match(page.text, /coi như bạn đồng ý/);
    assert.equal(
      (await house.visit('GET', mine(filed.code, '/giay/du-thao'), { as: 'citizen1' })).status,
      200,
    );
    const seq = String((await house.view(filed, 'citizen1')).state.seq);
    const send = (form: Record<string, string>) => house.visit('POST', path, { as: 'citizen1', form });
    assert.match((await send({ seq })).text, /Hãy chọn: đã đúng, hay có chỗ cần sửa/);
    const empty = await send({ seq, 'y-kien': 'sai', loi: ' ' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Hãy viết chỗ cần sửa/);
    const stale = await send({ seq: String(Number(seq) - 1), 'y-kien': 'dung' });
    assert.match(stale.text, /Hồ sơ vừa thay đổi/);
    assert.equal((await house.view(filed, 'citizen1')).state.result?.confirmed, undefined);
    assert.equal((await send({ seq, 'y-kien': 'dung' })).location, mine(filed.code, '?xong=dong-y'));
    assert.equal((await house.view(filed, 'citizen1')).state.result?.confirmed, 'citizen');
  });

  await all.test('messages with attachments, withdrawal and its taking back', async () => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier({ code: '1.004873' });
    await house.act(filed, 'accept', {}, reception);
    const sent = await sendForm(house, mine(filed.code, '/tin-nhan'), 'citizen1', [
      { name: 'body', body: 'Tôi cần gấp <b>' },
      { name: 'tep', file: 'don.pdf', body: '%PDF đơn' },
    ]);
    assert.equal(sent.status, 303);
    const empty = await sendForm(house, mine(filed.code, '/tin-nhan'), 'citizen1', [
      { name: 'body', body: '  ' },
    ]);
    assert.equal(empty.status, 422);
    const page = await house.visit('GET', mine(filed.code, '/tin-nhan'), { as: 'citizen1' });
    assert.match(page.text, /Tôi cần gấp &lt;b&gt;/);
    const link = /href="([^"]+\/tep\/[^"]+)"/.exec(page.text)?.[1];
    assert.ok(link);
    assert.equal((await house.visit('GET', link, { as: 'citizen1' })).text, '%PDF đơn');
    assert.equal((await house.visit('GET', link, { as: 'citizen2' })).status, 404);

    const withdraw = (form: Record<string, string>) =>
      house.visit('POST', mine(filed.code, '/rut'), { as: 'citizen1', form });
    assert.match((await withdraw({ 'ly-do': '' })).text, /Hãy viết lý do/);
    assert.equal((await withdraw({ 'ly-do': 'Tôi đổi ý.' })).location, mine(filed.code, '?xong=rut'));
    assert.equal((await house.view(filed, 'citizen1')).state.stage, 'withdrawal');
    assert.match(
      (await house.visit('GET', mine(filed.code, '/rut'), { as: 'citizen1' })).text,
      /Không rút nữa/,
    );
    assert.equal((await withdraw({ 'doi-y': '1' })).location, mine(filed.code, '?xong=khong-rut'));
    assert.notEqual((await house.view(filed, 'citizen1')).state.stage, 'withdrawal');
  });

  await all.test('the result: download and rating once', async () => {
    house.clock.set(aWorkingMorning);
    const filed = await house.aDossier();
    await walkTo(house, filed, 'returned');
    const page = await house.visit('GET', mine(filed.code), { as: 'citizen1' });
    assert.match(page.text, /Tải kết quả/);
    assert.match(page.text, /Xong đúng ngày hẹn/);
    const result = await house.visit('GET', mine(filed.code, '/giay/ket-qua'), { as: 'citizen1' });
    assert.equal(result.headers['content-type'], 'application/pdf');
    const path = mine(filed.code, '/danh-gia');
    const rate = (form: Record<string, string>) => house.visit('POST', path, { as: 'citizen1', form });
    const none = await rate({ sao: '', 'nhan-xet': 'Nhanh' });
    assert.equal(none.status, 422);
    assert.match(none.text, /Hãy chọn từ một đến năm sao/);
    assert.match(none.text, /Nhanh/);
    assert.equal(
      (await rate({ sao: '5', attitude: 'good', 'nhan-xet': 'Nhanh' })).location,
      mine(filed.code, '?xong=danh-gia'),
    );
    assert.match((await rate({ sao: '1' })).text, /Bạn đã đánh giá hồ sơ này rồi/);
    assert.equal((await house.visit('GET', path, { as: 'citizen1' })).location, mine(filed.code));
  });
});
