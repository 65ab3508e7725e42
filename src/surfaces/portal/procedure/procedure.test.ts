import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition, sampleDefinitions, sampleWithDecisions } from '#builders/forms';
import type { NationalProcedure, PublishedProcedure } from '#capabilities/catalogue';
import { decisionsOf, type ProcedureDefinition, withDecisions } from '#capabilities/forms';
import type { Locale } from '#kernel/text';
import { type Say, sayIn } from '../words/say.ts';
import { sheetOf } from './make-sheet.ts';
import { papersOfDefinition } from './papers.ts';
import { procedureView } from './procedure.view.ts';

test('a paper that is not needed online says so once', () => {
  for (const definition of sampleDefinitions())
    for (const { items } of papersOfDefinition(definition, sayIn('vi'), 'vi'))
      for (const { name, notes } of items) {
        assert.ok(
          (notes.join(' ').match(/trực tuyến/gi)?.length ?? 0) <= 1,
          `${definition.code} ${name}: ${notes.join(' ')}`,
        );
        assert.equal(new Set(notes).size, notes.length, name);
      }
});

const national: NationalProcedure = {
  code: '1.000005',
  name: 'Cấp giấy <thử>',
  nameFolded: 'cap giay thu',
  nameOrigin: 'made',
  field: 'Hộ tịch',
  ministry: 'Bộ Tư pháp',
  levels: ['commune'],
  subjects: ['Công dân Việt Nam'],
  agency: 'UBND cấp xã',
  authority: '',
  channels: [
    { channel: 'online', time: 1, feeText: 'Miễn phí', fee: 'free', amount: 0 },
    {
      channel: 'direct',
      time: 5,
      unit: 'working_day',
      feeText: '135.000 VNĐ',
      fee: 'amount',
      amount: 135_000,
    },
    { channel: 'post', feeText: 'Theo HĐND', fee: 'set-elsewhere' },
  ],
  cases: [
    {
      name: '',
      common: true,
      documents: [
        {
          name: 'Đơn đề nghị',
          group: 'submit',
          originals: 1,
          copies: 2,
          countKnown: true,
          conditional: false,
          alternatives: ['Đơn viết tay'],
          forms: [],
        },
        {
          name: 'Bản vẽ',
          group: 'submit',
          originals: 0,
          copies: 0,
          countKnown: false,
          conditional: false,
          alternatives: [],
          forms: [],
        },
      ],
    },
  ],
  steps: '- Nộp đơn\n- Chờ kết quả',
  conditions: '',
  results: [{ name: 'Giấy phép' }],
  legalRefs: ['Luật A'],
  decision: '',
  otherDecisions: [],
  internal: false,
  isPublic: true,
  forCommuneSample: false,
  portalUrl: '',
  provenance: { how: 'found', source: 'list', date: '2026-07' },
  assumed: { assumed: true, onlineLevel: 'info', assurance: 1 },
};
const published = (change: Partial<PublishedProcedure>): PublishedProcedure => ({
  code: national.code,
  version: 1,
  name: national.name,
  field: national.field,
  levels: 'commune',
  live: false,
  internal: false,
  national,
  definition: null,
  decisions: null,
  closed_from: null,
  replaced_by: null,
  published_at: 0,
  valid_from: '2026-01-01',
  ...change,
});
const say = sayIn('vi');
const live = (code: string) => {
  const definition = sampleDefinition(code);
  return sheetOf(
    published({ code, live: true, definition, national: { ...national, code, steps: '' } }),
    say,
    'vi',
    'province',
  );
};

test('fees that a table decides are told by its rows, those of other days left out', async () => {
  const sheetIn = async (code: string, words: Say, locale: Locale, today: string) => {
    const definition = await sampleWithDecisions(code);
    return sheetOf(published({ live: true, definition }), words, locale, 'province', today).fees;
  };
  const [copies] = await sheetIn('2.000815', say, 'vi', '2026-11-25');
  assert.deepEqual(copies?.amounts, [
    '2.000 đồng mỗi trang; từ trang thứ ba 1.000 đồng; mỗi bản nhiều nhất 200.000 đồng',
  ]);
  assert.equal(copies?.basis, 'Thông tư 226/2016/TT-BTC, Điều 4');
  const [residence] = await sheetIn('1.004222', sayIn('en'), 'en', '2026-11-25');
  assert.deepEqual(residence?.amounts.slice(0, 2), ['Online: 10,000 đồng', 'Exempt, online: 0 đồng']);
  assert.equal(residence?.exemptions.length, 8);
  const licence = async (today: string) => (await sheetIn('3.000348', say, 'vi', today))[0]?.amounts.join();
  assert.match((await licence('2025-12-31')) ?? '', /115\.000/);
  assert.doesNotMatch((await licence('2026-01-01')) ?? '', /115\.000/);
  const business = async (today: string) => JSON.stringify(await sheetIn('1.001612', say, 'vi', today));
  for (const day of ['2026-09-30', '2028-01-01']) assert.doesNotMatch(await business(day), /Nghị quyết/, day);
  for (const day of ['2026-10-01', '2027-12-31'])
    assert.match(await business(day), /mức theo Nghị quyết 18\/2026\/NQ-HĐND .*75\.000 đồng.*Điều 3/, day);
});

test('a procedure known from the national list alone is told honestly', () => {
  const sheet = sheetOf(published({}), say, 'vi', 'province');
  const page = procedureView({ say, sheet }).text;
  for (const words of [
    '1 (danh mục không ghi đơn vị)',
    '5 ngày làm việc',
    '135.000 đồng',
    'Theo văn bản khác: Theo HĐND',
    'Danh mục quốc gia không ghi thời hạn.',
    'số bản: hỏi nơi tiếp nhận',
    '1 bản chính, 2 bản sao',
    'Có thể thay bằng: Đơn viết tay',
    'Tên thủ tục được ghép từ lĩnh vực và mã, chờ xác nhận.',
    'bản 07/2026',
    'Cấp giấy &lt;thử&gt;',
    'Trung tâm nào trong tỉnh cũng nhận hồ sơ của bạn.',
  ])
    assert.ok(page.includes(words), words);
  assert.ok(!page.includes('/nop-ho-so/'), 'nothing to file online');
});

test('same-day procedures say what happens after 15:00; the way in is the one primary button', () => {
  const page = procedureView({ say, sheet: live('1.001193') }).text;
  assert.match(page, /Trong ngày làm việc\. Tiếp nhận sau 15:00 thì trả ngày làm việc tiếp theo\./);
  assert.match(page, /href="\/nop-ho-so\/bat-dau\/1\.001193"/);
  assert.equal(page.match(/mc-button--primary/g)?.length, 1);
  assert.match(page, /Giá trị mẫu, chờ cơ quan xác nhận: mức trực tuyến/);
});

test('the reduction online, exemptions and the ground stand beside the fee', () => {
  const sheet = live('1.004222');
  const fee = sheet.fees[0];
  assert.deepEqual(fee?.amounts, ['Trực tuyến: 10.000 đồng', 'Trực tiếp: 20.000 đồng']);
  assert.match(
    fee?.reductions?.join() ?? '',
    /^Nộp trực tuyến được giảm 10\.000 đồng, căn cứ Thông tư 75\/2022/,
  );
  assert.ok(fee?.exemptions.includes('Người cao tuổi'));
  assert.match(fee?.basis ?? '', /75\/2022\/TT-BTC/);
});

test('how a fee is counted, what lowers it until when, what never comes back, and which table it is', () => {
  const feesOn = (code: string, today?: string) => {
    const row = published({ code, live: true, definition: sampleDefinition(code) });
    return sheetOf(row, say, 'vi', 'province', today);
  };
  const { fees: copies, feeTable } = feesOn('2.000815');
  assert.deepEqual(copies[0]?.amounts, [
    '2.000 đồng mỗi trang, từ trang thứ 3 1.000 đồng; mỗi bản nhiều nhất 200.000 đồng',
  ]);
  assert.equal(feeTable, 'Bảng mức thu: phiên bản 1 của thủ tục, áp dụng từ 01/07/2026.');
  const card = (today: string) => feesOn('1.014063', today).fees[0];
  assert.deepEqual(card('2026-12-31')?.amounts, ['25.000 đồng']);
  assert.deepEqual(card('2026-12-31')?.reductions, [
    'Được giảm 25.000 đồng, căn cứ Thông tư 64/2025/TT-BTC, đến hết ngày 31/12/2026.',
  ]);
  assert.deepEqual([card('2027-01-01')?.amounts, card('2027-01-01')?.reductions], [['50.000 đồng'], []]);
  const [persons, list] = feesOn('1.004194', '2026-11-25').fees;
  assert.deepEqual(persons?.amounts, ['15.000 đồng']);
  assert.match(persons?.reductions?.[0] ?? '', /^Nộp trực tuyến được giảm 8\.000 đồng, căn cứ/);
  assert.deepEqual(list?.amounts, ['Đăng ký theo danh sách: 10.000 đồng mỗi người']);
  assert.match(list?.reductions?.[0] ?? '', /giảm 5\.000 đồng mỗi người/);
  assert.match(feesOn('1.001612').fees[0]?.note ?? '', /Không hoàn lại khi hồ sơ bị từ chối/);
  const page = procedureView({ say, sheet: feesOn('1.004194', '2026-11-25') }).text;
  for (const words of ['Ai được miễn (8)', 'giảm 8.000 đồng', 'Bảng mức thu: phiên bản 1'])
    assert.ok(page.includes(words), words);
});

test('a reduction that the table of a procedure does not know is not promised', async () => {
  const definition = await sampleWithDecisions('1.001456');
  const ready = decisionsOf(definition);
  assert.ok(ready);
  const stale = withDecisions(
    {
      ...definition,
      fees: definition.fees.map((fee) => ({
        ...fee,
        reduction: { amount: 90_000, basis: 'Thông tư cũ' },
      })),
    },
    ready,
  );
  const reductions = (of: ProcedureDefinition) =>
    sheetOf(published({ live: true, definition: of }), say, 'vi', 'province').fees.flatMap(
      (fee) => fee.reductions ?? [],
    );
  assert.equal(reductions(definition).length, 2);
  assert.deepEqual(reductions(stale), []);
});

test('every live procedure is told in both languages, with every paper and no hole', () => {
  for (const definition of sampleDefinitions())
    for (const locale of ['vi', 'en'] as const) {
      const words = sayIn(locale);
      const row = published({ code: definition.code, live: true, definition });
      const sheet = sheetOf(row, words, locale, 'province');
      const page = procedureView({ say: words, sheet }).text;
      assert.doesNotMatch(page, /undefined|\[object|NaN/, definition.code);
      assert.equal(page.match(/<h1/g)?.length, 1);
      const told = sheet.papers.reduce(
        (sum, group) => sum + group.items.reduce((n, item) => n + 1 + item.alternatives.length, 0),
        0,
      );
      assert.equal(told, definition.documents.length, `${definition.code}: papers`);
    }
});
