import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '#kernel/actor';
import {
  type ADossier,
  aCitizen,
  aDossier,
  anOfficer,
  at,
  centreA,
  committeeA,
  committeeB,
} from '../testing/builders.ts';
import { fold } from './fold.ts';
import type { InputOf } from './inputs.ts';
import { nationalTransitions } from './national.ts';
import { type Intent, intents, whyNot } from './possible.ts';
import { stepOf } from './rules-of-procedure.ts';
import { nationalStatus, openFees, type SignedScan } from './state.ts';

const people: readonly Actor[] = [
  aCitizen(1),
  anOfficer(1, centreA, 'one-stop-officer', 'fee-desk', 'result-desk'),
  anOfficer(2, centreA, 'centre-manager'),
  anOfficer(3, committeeB, 'specialist', 'unit-leader', 'clerk'),
  anOfficer(4, committeeB, 'specialist', 'head-of-office'),
  anOfficer(5, committeeB, 'unit-leader'),
  anOfficer(6, committeeB, 'clerk'),
  anOfficer(7, committeeA, 'specialist', 'unit-leader'),
  { kind: 'system', name: 'test' },
];

/** Three scans lie in every dossier. */
const scans = [0, 1, 2].map((nth) => ({
  id: `018f0000-0000-7000-8000-00000000000${nth}`,
  title: `Giấy ${nth}`,
  sha256: `${nth}`.repeat(64),
  source: 'scan',
}));
const signedScan = (nth: number): SignedScan => ({
  document: scans[nth]?.id ?? '',
  title: `Giấy ${nth}`,
  scan: `${nth}`.repeat(64),
  signed: 'f'.repeat(64),
  octets: 4000,
  name: 'Cán bộ',
  agency: 'Trung tâm A',
  serial: '0a',
  at: at(8),
});

/** Some input for every intent, right for the state where it has to name something. */
function inputFor(intent: Intent, told: ADossier, n: number): unknown {
  const { state } = told;
  const inputs: { readonly [I in Intent]?: unknown } = {
    decline: { reason: 'lý do' },
    'ask-supplement': {
      papers: [{ demand: 'd', title: 'Giấy', reason: 'mờ' }],
      reason: 'mờ',
      days: 1 + (n % 10),
    },
    'send-supplement': { documents: [], note: 'đã bổ sung' },
    'ask-fee': {
      fees: [{ id: `fee-${state.fees.length}`, kind: 'phi', name: 'Phí', amount: 1000 + n }],
      reason: 'phí',
    },
    'take-fee': { fees: openFees(state).map((fee) => fee.id), receipt: 'BL1' },
    'exempt-fee': { fees: openFees(state).map((fee) => fee.id), ground: 'hộ nghèo', shown: 'thẻ số 15' },
    'note-money': {
      what: (['settled', 'refunded', 'reopened', 'exempted', 'voided'] as const)[n % 5],
      fees: state.fees.map((fee) => fee.id),
      ground: 'sổ sách',
    },
    assign: { officer: (people[3 + (n % 4)] as { officer?: string }).officer ?? '', name: 'ai đó' },
    'finish-step': { note: '' },
    'return-step': { reason: 'lý do' },
    'pull-back': { reason: 'lý do' },
    'ask-opinion': { unit: committeeA, question: 'ý kiến?', days: 2 },
    'give-opinion': { id: state.opinions.find((one) => !one.answer)?.id ?? '', text: 'đồng ý', agrees: true },
    pause: { reason: 'chờ' },
    'request-withdrawal': { reason: 'đổi ý' },
    'refuse-withdrawal': { reason: 'đã ký' },
    stop: { reason: 'dừng' },
    apologise: { reason: 'chậm', newDate: '2027-01-15' },
    'draft-result': { outcome: n % 4 === 0 ? 'refused' : 'granted', title: 'Kết quả', content: {} },
    'dispute-draft': { text: 'sai' },
    'send-back-result': { reason: 'sửa' },
    issue: { number: '1/KQ' },
    'return-result': { way: 'counter', to: 'công dân' },
    'undo-return': { reason: 'nhầm' },
    'confirm-identity': { person: 'x' },
    'sign-scans': { scans: [signedScan(n % 3)] },
    'move-to-version': {
      from: 1,
      to: 2,
      reason: 'bản mới',
      ground: 'QĐ 1',
      by: 'ai đó',
      counted: { value: 3, unit: 'working_day' },
    },
    'move-authority': {
      to: state.competent === committeeB ? committeeA : committeeB,
      stays: n % 2 === 0,
      decision: 'QĐ 9',
      on: '2026-12-01',
      move: '018f0000-0000-7000-8000-00000000aaaa',
    },
    undo: { reason: 'bấm nhầm', since: state.seq - 1 - (n % 2), upTo: state.seq },
  };
  return inputs[intent] ?? {};
}

/** Mostly something that is possible now, so that the walks also reach the end of the way. */
function possibleOr(wish: Intent, told: ADossier, actor: Actor, now: number, n: number): Intent {
  const situation = { actor, now, step: stepOf(told.rules, told.state) };
  const open = intents.filter(
    (intent) => whyNot(told.state, intent, situation) === undefined && !endings.has(intent),
  );
  return open[n % Math.max(open.length, 1)] ?? wish;
}
const endings: ReadonlySet<Intent> = new Set([
  'decline',
  'stop',
  'request-withdrawal',
  'pause',
  'ask-supplement',
  'ask-fee',
  'ask-opinion',
  'send-back-result',
  'return-step',
  'pull-back',
  'undo',
  'note-money',
]);

const step = fc.record({
  intent: fc.constantFrom(...intents),
  who: fc.nat(people.length - 1),
  wait: fc.nat(3000),
  n: fc.nat(99),
});

test('whatever people try, a dossier only ever walks the transitions that exist', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
      const told = aDossier('1.004873', { competent: committeeB, fees: 8000 });
      told.papers = scans;
      let now = at(8);
      for (const { intent: wish, who, wait, n } of steps) {
        now += wait * 60_000;
        const intent = n % 5 === 0 ? wish : possibleOr(wish, told, people[who] as Actor, now, n);
        const before = told.state;
        const input = inputFor(intent, told, n) as InputOf<typeof intent>;
        const refused = told.tries(intent, input, people[who] as Actor, now);
        if (refused) {
          assert.equal(told.state, before, 'a refusal changes nothing');
          continue;
        }
        checkStep(before, told);
        seen.add(intent);
      }
      assert.deepEqual(fold(told.acts), told.state);
      assert.deepEqual(
        JSON.parse(JSON.stringify(fold(JSON.parse(JSON.stringify(told.acts))))),
        JSON.parse(JSON.stringify(told.state)),
      );
    }),
    { numRuns: 400 },
  );
  assert.ok(seen.size >= 24, `only these intents were ever possible: ${[...seen].join(', ')}`);
});

function checkStep(before: ADossier['state'], told: ADossier): void {
  const { state, acts } = told;
  const from = nationalStatus[before.stage];
  const to = nationalStatus[state.stage];
  assert.ok(
    from === to || nationalTransitions.has(`${from}→${to}`),
    `transition ${from} → ${to} (${acts.at(-1)?.kind})`,
  );
  assert.deepEqual(
    acts.map((act) => act.seq),
    acts.map((_, i) => i + 1),
    'acts are numbered without a gap',
  );
  if (state.result?.approved)
    assert.notEqual(state.result.approved.by, state.result.drafter, 'drafter is not signer');
  if (state.result?.number) assert.ok(state.result.approved, 'nothing is issued unsigned');
  for (const hop of state.custody) if (hop.takenAt !== undefined) assert.ok(hop.takenAt >= hop.givenAt);
  assert.equal(state.custody.at(-1)?.unit, state.holder, 'the last hop of custody holds the dossier');
  if (before.due?.minute != null && state.due?.minute != null) {
    assert.ok(state.due.minute >= before.due.minute, 'waiting never shortens the time');
  }
  const signed = (state.signedScans ?? []).map(({ document }) => document);
  assert.equal(new Set(signed).size, signed.length, 'a scan is signed once');
  if (state.waitingSince !== undefined)
    assert.ok(['supplement', 'financial', 'paused', 'withdrawal'].includes(state.stage), state.stage);
}
