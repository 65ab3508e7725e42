import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFewLists, sampleDefinition, sampleWithDecisions } from '#builders/forms';
import type { Answers, Facts } from '../answers.ts';
import { requiredDocuments } from '../demands.ts';
import { feesOwed } from '../fees.ts';
import { inventAnswers } from '../inventing/invent-answers.ts';
import { readTables } from '../testing/tables.ts';
import { checkDecisionNames } from './check.ts';
import { undecided } from './decided.ts';

interface Example {
  readonly code: string;
  readonly answers: Answers;
  readonly facts: Facts;
  /** Id and amount of each line; `null` amount: exempt. */
  readonly owed: readonly (readonly [id: string, amount: number, exemption?: string])[];
  /** Where the figure comes from, and how it was reckoned by hand. */
  readonly source: string;
}
const copies =
  'Thông tư 226/2016/TT-BTC, Điều 4: 2.000 đồng/trang, từ trang thứ ba 1.000, tối đa 200.000 đồng/bản';
const residence = 'bản ghi quốc gia 1.004222: trực tuyến 10.000, trực tiếp 20.000';
const passport =
  'bản ghi quốc gia 1.001456: 160.000 trực tuyến hoặc bưu chính, 200.000 trực tiếp; mất, hỏng 320.000';
const licence = 'Thông tư 37/2023/TT-BTC: 135.000; trực tuyến 115.000 đến hết 31/12/2025';
const council =
  'bản ghi quốc gia 1.001612: 150.000, trực tiếp 50.000; nghị quyết (giả định) 75.000 trực tuyến, 01/10/2026–31/12/2027';
const copy = (soTrang: number, soBan: number, amount: number, how: string): Example => ({
  code: '2.000815',
  answers: { soTrang, soBan },
  facts: { channel: 'direct', today: '2026-11-25' },
  owed: [['phi', amount]],
  source: `${copies}; ${how}`,
});
const reissue = (channel: string, today: string, amount: number): Example => ({
  code: '3.000348',
  answers: { lyDo: 'mat' },
  facts: { channel, today },
  owed: [['le-phi', amount]],
  source: licence,
});
const holder = (lyDo: string, channel: string, amount: number): Example => ({
  code: '1.001456',
  answers: { lyDo },
  facts: { channel, today: '2026-11-25' },
  owed: [[lyDo === 'moi' ? 'le-phi-moi' : 'le-phi-mat', amount]],
  source: passport,
});
const business = (channel: string, today: string, amount: number): Example => ({
  code: '1.001612',
  answers: {},
  facts: { channel, today },
  owed: [[`le-phi-${channel}`, amount]],
  source: council,
});
const resident = (channel: string, diện: string, id: string, amount: number): Example => ({
  code: '1.004222',
  answers: { doiTuongMienPhi: diện },
  facts: { channel, today: '2026-11-25' },
  owed: [diện === 'khong' ? [id, amount] : [id, amount, diện]],
  source: residence,
});

const examples: readonly Example[] = [
  copy(1, 1, 2_000, '1 × 2.000'),
  copy(2, 1, 4_000, '2 × 2.000'),
  copy(3, 1, 5_000, '2 × 2.000 + 1 × 1.000'),
  copy(10, 3, 36_000, '(2 × 2.000 + 8 × 1.000) × 3'),
  copy(198, 1, 200_000, '2 × 2.000 + 196 × 1.000, vừa đủ mức tối đa'),
  copy(199, 1, 200_000, '201.000, quá mức tối đa'),
  copy(500, 2, 400_000, 'mức tối đa × 2'),
  resident('online', 'khong', 'truc-tuyen', 10_000),
  resident('direct', 'khong', 'truc-tiep', 20_000),
  resident('online', 'ho-ngheo', 'truc-tuyen', 0),
  resident('direct', 'co-cong', 'truc-tiep', 0),
  reissue('online', '2025-12-31', 115_000),
  reissue('online', '2026-01-01', 135_000),
  reissue('direct', '2025-12-31', 135_000),
  holder('moi', 'online', 160_000),
  holder('moi', 'post', 160_000),
  holder('moi', 'direct', 200_000),
  holder('mat-hong', 'online', 320_000),
  holder('mat-hong', 'direct', 400_000),
  business('online', '2026-09-30', 150_000),
  business('online', '2026-10-01', 75_000),
  business('online', '2027-12-31', 75_000),
  business('online', '2028-01-01', 150_000),
  business('post', '2026-10-01', 150_000),
  business('direct', '2026-10-01', 50_000),
];

for (const { code, answers, facts, owed, source } of examples)
  test(`${code} ${JSON.stringify({ ...answers, ...facts })}: ${source}`, async () => {
    const lines = feesOwed(await sampleWithDecisions(code), answers, facts);
    assert.deepEqual(
      lines.map(({ id, amount, exemption }) => (exemption ? [id, amount, exemption.id] : [id, amount])),
      owed,
    );
    for (const line of lines) assert.match(line.basis, /Thông tư|Nghị quyết/, 'a fee says its ground');
  });

const withTables = ['1.001456', '1.001612', '1.004222', '2.000815', '3.000348'];

for (const code of withTables)
  test(`${code}: the tables fit the procedure, and decide for whoever files`, async () => {
    assert.deepEqual(checkDecisionNames(sampleDefinition(code), await readTables(code)), []);
    const definition = await sampleWithDecisions(code);
    for (const channel of new Set(definition.time.map((time) => time.channel)))
      for (let seed = 1; seed < 40; seed += 1) {
        const facts = { channel, today: '2026-11-25', representing: 'self' };
        const reading = { today: facts.today as never, lists: aFewLists(), facts };
        const answers = inventAnswers(definition.form, reading, seed);
        assert.equal(undecided(definition, answers, facts), undefined, JSON.stringify(answers));
      }
  });

test('the table of papers asks for what the list asked for', async () => {
  const [listed, decided] = [sampleDefinition('1.001456'), await sampleWithDecisions('1.001456')];
  for (const channel of ['online', 'direct', 'post'])
    for (const ndcNgaySinh of ['2020-01-01', '2012-11-25', '2012-11-26', '1990', '2012'])
      assert.deepEqual(
        requiredDocuments(decided, { ndcNgaySinh }, { channel, today: '2026-11-25' }),
        requiredDocuments(listed, { ndcNgaySinh }, { channel, today: '2026-11-25' }),
        `${channel} ${ndcNgaySinh}`,
      );
});
