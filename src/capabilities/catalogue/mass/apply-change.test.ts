import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleDefinition, sampleDefinitions } from '#builders/forms';
import type { ProcedureDefinition } from '#capabilities/forms';
import { differenceOf } from '../difference/difference-of.ts';
import { lintProcedure } from '../lint/index.ts';
import { anGiang } from '../lint/testing/an-giang.ts';
import { applyChange } from './apply-change.ts';
import type { MassChange } from './change.ts';
import { replaceWords } from './replace-words.ts';

const live = sampleDefinitions().filter(({ code }) => code !== 'generic');
const contentOf = (code: string) => ({ definition: sampleDefinition(code) });
const withFee = live.find(({ fees }) => fees.some(({ amount }) => amount > 0));
assert.ok(withFee);
const amount = withFee.fees.find((fee) => fee.amount > 0)?.amount ?? 0;

describe('one change', () => {
  it('sets an amount of a fee with its ground, and nothing else', () => {
    const change: MassChange = {
      kind: 'fee-amount',
      from: amount,
      to: amount + 5000,
      ground: 'NQ 01/2026/NQ-HĐND',
    };
    const before = { definition: withFee };
    const differences = differenceOf(before, applyChange(before, change));
    assert.ok(
      differences.some(
        ({ kind, part, after }) => kind === 'fee' && part === 'amount' && after === amount + 5000,
      ),
    );
    assert.deepEqual(new Set(differences.map(({ at }) => at.split('.')[0])), new Set(['basis', 'fees']));
  });

  it('sets the price of a tier and of a reduction too, each with its own ground', () => {
    const set = (code: string, from: number, to: number) =>
      applyChange(contentOf(code), { kind: 'fee-amount', from, to, ground: 'TT 9/2027/TT-BTC' }).definition;
    const [copies] = set('2.000815', 1000, 1500).fees;
    assert.deepEqual(
      [copies?.amount, copies?.tiers, copies?.basis],
      [2000, [{ nth: 3, amount: 1500 }], 'TT 9/2027/TT-BTC'],
    );
    const [passport] = set('1.001456', 160_000, 180_000).fees;
    assert.deepEqual([passport?.amount, passport?.basis], [200_000, 'Thông tư 25/2021/TT-BTC']);
    assert.deepEqual(passport?.reduction, {
      channels: ['online', 'post'],
      amount: 180_000,
      basis: 'TT 9/2027/TT-BTC',
    });
  });

  it('cuts times by a share, rounded up, never to nothing, and leaves what is done the same day', () => {
    const cut = (percent: number): MassChange => ({ kind: 'deadline-cut', percent, ground: 'NQ 66/NQ-CP' });
    fc.assert(
      fc.property(fc.constantFrom(...live), fc.integer({ min: 1, max: 90 }), (definition, percent) => {
        const { time } = applyChange({ definition }, cut(percent)).definition;
        for (const [at, before] of definition.time.entries()) {
          const after = time[at]?.value ?? 0;
          assert.ok(after >= Math.min(1, before.value) && after <= before.value);
          if (before.sameDay || before.unit === 'month') assert.equal(after, before.value);
          else assert.ok(after >= (before.value * (100 - percent)) / 100);
        }
      }),
    );
  });

  it('takes the steps along, so that they fit the shorter time, and leaves a diagram to its drawer', () => {
    const world = anGiang('2026-11-22');
    const over = (definition: ProcedureDefinition) =>
      lintProcedure({ definition }, world).filter(({ code }) => code === 'time-over-legal');
    const change: MassChange = { kind: 'deadline-cut', percent: 30, ground: 'NQ 66/NQ-CP' };
    for (const code of ['1.003622', '1.001699', '1.014748', '1.001731']) {
      const definition = sampleDefinition(code);
      assert.deepEqual(over(definition), []);
      const { workflow, time }: ProcedureDefinition = applyChange({ definition }, change).definition;
      assert.deepEqual(over({ ...definition, workflow, time }), [], code);
      assert.notDeepEqual(over({ ...definition, time }), [], `${code} without shorter steps`);
      const drawn: ProcedureDefinition = applyChange({ definition, workflow: '<bpmn/>' }, change).definition;
      assert.deepEqual([drawn.workflow, drawn.time], [definition.workflow, time]);
    }
  });

  it('changes one time into another, on the channel that was named', () => {
    const { definition } = contentOf('1.003622');
    const change: MassChange = {
      kind: 'deadline',
      channel: 'online',
      unit: 'day',
      from: 15,
      to: 10,
      ground: 'QĐ 1/QĐ-UBND',
    };
    const { time, basis } = applyChange({ definition }, change).definition;
    assert.deepEqual(
      time.map(({ channel, value }) => [channel, value]),
      [
        ['online', 10],
        ['direct', 15],
        ['post', 15],
      ],
    );
    assert.ok(basis.includes('QĐ 1/QĐ-UBND') && time[0]?.assumed === undefined);
  });

  it('replaces an instrument wherever it is cited', () => {
    const change: MassChange = {
      kind: 'basis',
      from: 'Nghị định 110/2018/NĐ-CP',
      to: 'Nghị định 1/2027/NĐ-CP',
    };
    const after = JSON.stringify(applyChange(contentOf('1.003622'), change));
    assert.ok(!after.includes('110/2018') && after.includes('1/2027'));
  });

  it('replaces words on screens and leaves citations and conditions', () => {
    const { definition } = contentOf('1.003622');
    const cited = {
      ...definition,
      basis: ['Quy định về lễ hội'],
      name: { vi: 'Lễ hội cấp xã, lễ hội mới', en: 'x' },
    };
    const change: MassChange = { kind: 'word', from: 'lễ hội', to: 'ngày hội' };
    const after = applyChange({ definition: cited }, change).definition;
    assert.equal(after.name.vi, 'Ngày hội cấp xã, ngày hội mới');
    assert.deepEqual(after.basis, ['Quy định về lễ hội']);
    assert.deepEqual(
      after.form.pages.map(({ id }) => id),
      definition.form.pages.map(({ id }) => id),
    );
  });

  it('gives the same content back where it has nothing to do', () => {
    const other: readonly MassChange[] = [
      { kind: 'fee-amount', from: 999_999_937, to: 1, ground: 'không có' },
      { kind: 'template', use: 'receipt', from: 'XX', to: '01' },
    ];
    for (const definition of live)
      for (const change of other) {
        const content = { definition };
        assert.equal(applyChange(content, change), content);
      }
  });

  it('done twice is done once, for changes whose new words do not hold the old ones', () => {
    const changes: readonly MassChange[] = [
      { kind: 'fee-amount', from: amount, to: amount + 1, ground: 'NQ 01/2026/NQ-HĐND' },
      { kind: 'agency-name', from: 'Ủy ban nhân dân', to: 'Chính quyền' },
      { kind: 'template', use: 'receipt', from: '01', to: 'CT04' },
    ];
    for (const definition of live)
      for (const change of changes) {
        const once = applyChange({ definition }, change);
        assert.deepEqual(applyChange(once, change), once);
      }
  });
});

describe('words', () => {
  it('are whole words', () => {
    assert.equal(replaceWords('cơ sở, sở xây dựng', 'sở xây dựng', 'Sở mới'), 'cơ sở, Sở mới');
    assert.equal(replaceWords('giải quyết', 'giải', 'x'), 'x quyết');
    assert.equal(replaceWords('giảiquyết', 'giải', 'x'), 'giảiquyết');
  });
  it('without a hit leave every text as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, to) => {
        assert.equal(replaceWords(text, '\u{1F600}\u{1F600}', to, true), text);
      }),
    );
  });
});
