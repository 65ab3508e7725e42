import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleDefinition, sampleDefinitions } from '#builders/forms';
import {
  averageWage,
  changeOf,
  costByActivity,
  costOfRow,
  costPerDossier,
  costPerYear,
  dossiersPerYear,
  effectOf,
} from './cost.ts';
import { firstSheet, legalHours } from './first-sheet.ts';
import { type Member, programmeTotals, proposalStates } from './programme.ts';
import { activities, type CostSheet, costSheetShape } from './sheet.ts';

const row = fc.record({
  activity: fc.constantFrom(...activities),
  name: fc.constant('việc'),
  minutes: fc.integer({ min: 0, max: 5000 }),
  hired: fc.integer({ min: 0, max: 5_000_000 }),
  fee: fc.integer({ min: 0, max: 5_000_000 }),
  share: fc.integer({ min: 0, max: 100 }),
});
const sheet: fc.Arbitrary<CostSheet> = fc.record({
  wage: fc.integer({ min: 0, max: 200_000 }),
  subjects: fc.integer({ min: 0, max: 50_000 }),
  times: fc.integer({ min: 0, max: 12 }),
  legalHours: fc.integer({ min: 0, max: 2000 }),
  rows: fc.array(row, { maxLength: 12 }),
});

describe('the standard cost model', () => {
  it('reckons a sheet as the circular does', () => {
    const own: CostSheet = {
      wage: 60_000,
      subjects: 100,
      times: 2,
      legalHours: 40,
      rows: [
        { activity: 'prepare', name: 'Tờ khai', minutes: 30, hired: 0, fee: 0, share: 100 },
        { activity: 'submit', name: 'Đến nộp', minutes: 120, hired: 20_000, fee: 0, share: 25 },
        { activity: 'pay', name: 'Lệ phí', minutes: 0, hired: 0, fee: 8000, share: 100 },
      ],
    };
    // 30' × 60.000 = 30.000; 120' × 60.000 + 20.000 = 140.000, of a quarter 35.000; fee 8.000.
    assert.equal(costPerDossier(own), 73_000);
    // 200 dossiers: 30.000 × 200 + 140.000 × 50 + 8.000 × 200.
    assert.equal(costPerYear(own), 14_600_000);
    assert.equal(averageWage, 53_977);
    const after = { ...own, rows: own.rows.slice(0, 1), legalHours: 28 };
    const effect = effectOf(own, after);
    assert.deepEqual(effect.legalHours, { before: 40, after: 28, saved: 12, permille: 300 });
    assert.deepEqual([effect.year.saved, effect.dossier.saved], [8_600_000, 43_000]);
    assert.deepEqual(effectOf(own, null).year, {
      before: 14_600_000,
      after: 0,
      saved: 14_600_000,
      permille: 1000,
    });
  });

  it('gives whole đồng that add up from the parts', () => {
    fc.assert(
      fc.property(sheet, (own) => {
        const parts = costByActivity(own);
        const year = costPerYear(own);
        assert.ok(Number.isSafeInteger(year) && year >= 0);
        assert.equal(
          parts.reduce((sum, part) => sum + part.year, 0),
          year,
        );
        assert.equal(
          parts.reduce((sum, part) => sum + part.dossier, 0),
          costPerDossier(own),
        );
        const everybody = { ...own, rows: own.rows.map((each) => ({ ...each, share: 100 })) };
        assert.equal(costPerYear(everybody), costPerDossier(everybody) * dossiersPerYear(everybody));
      }),
    );
  });

  it('never becomes dearer by leaving something out', () => {
    fc.assert(
      fc.property(sheet, fc.nat(), (own, nth) => {
        const rows = own.rows.filter((_, at) => at !== nth % Math.max(1, own.rows.length));
        assert.ok(costPerYear({ ...own, rows }) <= costPerYear(own));
        assert.ok(effectOf(own, { ...own, rows }).year.permille >= 0);
      }),
    );
  });

  it('never reaches a goal by rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (before, after) => {
        const { permille, saved } = changeOf(before, after);
        assert.ok(permille * before <= saved * 1000 && (permille + 1) * before > saved * 1000);
      }),
    );
    assert.equal(changeOf(1000, 701).permille, 299);
    assert.equal(changeOf(0, 5).permille, 0);
  });

  it('keeps out a sheet whose total no double could hold', () => {
    const huge = {
      activity: 'pay',
      name: 'x',
      minutes: 0,
      hired: 0,
      fee: 1_000_000_000,
      share: 100,
    } as const;
    const own = { wage: 1, subjects: 100_000_000, times: 366, legalHours: 0, rows: [huge] };
    assert.ok(!costSheetShape.safeParse(own).success);
    assert.ok(costSheetShape.safeParse({ ...own, subjects: 10, times: 1 }).success);
    assert.ok(!costSheetShape.safeParse({ ...own, wage: 1.5, subjects: 1 }).success);
  });
});

describe('a first sheet', () => {
  it('is well formed for every procedure that ships, and says that it is assumed', () => {
    for (const definition of sampleDefinitions()) {
      const own = firstSheet(definition, { dossiers: 120, onlineShare: 40 });
      assert.ok(costSheetShape.safeParse(own).success, definition.code);
      assert.ok(own.assumed && own.subjects === 120 && costPerDossier(own) > 0);
      const fees = definition.fees
        .filter(({ until }) => until === undefined)
        .reduce((sum, { amount }) => sum + amount, 0);
      const lasting = definition.fees.some(({ reduction }) => reduction && reduction.until === undefined);
      if (!lasting)
        assert.equal(
          own.rows.reduce((sum, each) => sum + each.fee, 0),
          fees,
          definition.code,
        );
    }
  });
  it('takes the lower sum of those who file online, where nothing says when it ends', () => {
    const paid = (code: string) =>
      firstSheet(sampleDefinition(code), { dossiers: 10, onlineShare: 40 })
        .rows.filter(({ activity }) => activity === 'pay')
        .map(({ fee, share }) => [fee, share]);
    assert.deepEqual(paid('1.004222'), [
      [10_000, 40],
      [20_000, 60],
    ]);
    assert.deepEqual(paid('1.004194').slice(0, 2), [
      [15_000, 15],
      [7_000, 10],
    ]);
    assert.deepEqual(paid('3.000348'), [[135_000, 100]]);
  });
  it('counts what only some need for some: by channel, or every fourth', () => {
    const definition = sampleDefinition('1.003622');
    const [form, other] = definition.documents;
    assert.ok(form && other);
    const own = firstSheet(
      { ...definition, documents: [form, other, { ...other, id: 'x', if: { q: 'a', answered: true } }] },
      { dossiers: 10, onlineShare: 40 },
    );
    assert.deepEqual(
      own.rows.filter(({ name }) => name.startsWith('Chuẩn bị')).map(({ share }) => share),
      [60, 100, 25],
    );
  });
  it('counts a working day as 8 hours and a month as 176', () => {
    assert.deepEqual(
      (['working_day', 'day', 'hour', 'month'] as const).map((unit) => legalHours({ value: 15, unit })),
      [120, 88, 15, 2640],
    );
    assert.equal(costOfRow({ activity: 'other', name: '', minutes: 1, hired: 0, fee: 0, share: 1 }, 100), 2);
  });
});

describe('a programme', () => {
  const member = fc.record({
    code: fc.constant('1.000001'),
    sheet: fc.option(sheet, { nil: undefined }),
    proposals: fc.array(
      fc.record({
        code: fc.constant('1.000001'),
        state: fc.constantFrom(...proposalStates),
        before: sheet,
        after: fc.option(sheet),
      }),
      { maxLength: 3 },
    ),
  });

  it('adds up: base − saved = after, and what is proposed holds what is decided and in force', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), (members) => {
        const { cost, time, withSheet, withoutSheet } = programmeTotals(members);
        assert.equal(withSheet + withoutSheet.length, members.length);
        for (const { base, inForce, decided, proposed } of [cost, time])
          for (const change of [inForce, decided, proposed]) {
            assert.ok(Number.isSafeInteger(change.saved));
            assert.deepEqual([change.before, change.before - change.after], [base, change.saved]);
          }
      }),
    );
  });

  it('begins before the first proposal, though it is in force by now, and leaves out what was rejected', () => {
    const of = (fee: number): CostSheet => ({
      wage: 0,
      subjects: 10,
      times: 1,
      legalHours: fee,
      rows: [{ activity: 'pay', name: 'x', minutes: 0, hired: 0, fee, share: 100 }],
    });
    const members: Member[] = [
      {
        code: 'a',
        sheet: of(70),
        proposals: [
          { code: 'a', state: 'rejected', before: of(500), after: null },
          { code: 'a', state: 'in-force', before: of(100), after: of(70) },
          { code: 'a', state: 'proposed', before: of(70), after: of(40) },
        ],
      },
      {
        code: 'b',
        sheet: of(100),
        proposals: [{ code: 'b', state: 'decided', before: of(100), after: null }],
      },
      { code: 'c', sheet: undefined, proposals: [] },
    ];
    const { cost, time, withoutSheet } = programmeTotals(members);
    assert.deepEqual(withoutSheet, ['c']);
    assert.equal(cost.base, 2000);
    assert.deepEqual([cost.inForce.permille, cost.decided.permille, cost.proposed.permille], [150, 650, 800]);
    assert.equal(time.proposed.saved, 1600);
  });
});
