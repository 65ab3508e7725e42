import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, ProcedureDefinition } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import {
  calledProcedures,
  isPublishable,
  type LintCode,
  type LintWorld,
  lintCodes,
  lintProcedure,
  sentenceOf,
} from './index.ts';
import { aProcedure, aWorld, text, withParts, withQuestion } from './testing/a-procedure.ts';

interface Said {
  readonly content: DraftContent;
  readonly world: LintWorld;
}
const of = (definition: ProcedureDefinition, world: Partial<LintWorld> = {}): Said => ({
  content: { definition },
  world: { ...aWorld, ...world },
});
const drawn = (workflow: string): Said => ({ content: { definition: aProcedure, workflow }, world: aWorld });
const printed = (templates: Record<string, unknown>): Said => ({
  content: { definition: aProcedure, templates },
  world: aWorld,
});
const codesOf = ({ content, world }: Said): readonly LintCode[] =>
  lintProcedure(content, world).map((finding) => finding.code);

const [document] = aProcedure.documents;
const [fee] = aProcedure.fees;
assert.ok(document && fee);
const aDocument = (parts: object) => of(withParts({ documents: [{ ...document, ...parts }] }));
const aFee = (parts: object) => of(withParts({ fees: [{ ...fee, ...parts }] }));
const secondPageIf = (condition: Condition) =>
  of(
    withParts({
      form: {
        ...aProcedure.form,
        pages: aProcedure.form.pages.map((page) =>
          page.if === undefined ? page : { ...page, if: condition },
        ),
      },
    }),
  );
const slow = (days: number) =>
  of(
    withParts({
      workflow: {
        steps: aProcedure.workflow.steps.map((step) =>
          step.does === 'approve' ? { ...step, budget: { value: days, unit: 'working_day' as const } } : step,
        ),
      },
    }),
  );
/** Passes papers to the cancelling of a residence, whose paper is the evidence. */
const aCall = (papers: string) =>
  `<bpmn:callActivity id="goi" name="Xóa" mc:procedure="1.003197" mc:papers="${papers}"/>`;
const theirPapers = { documents: [{ ...document, id: 'chung-minh', satisfiedBy: 'KQ.G15.000034' }] };
const calling = (papers: string, world: Partial<LintWorld> = { papersOf: () => theirPapers }): Said => ({
  content: { definition: aProcedure, workflow: aCall(papers) },
  world: { ...aWorld, ...world },
});
const lines = (...flows: readonly (readonly [string, string])[]) =>
  drawn(
    `<bpmn:startEvent id="a"/><bpmn:endEvent id="z"/>${flows
      .map(([from, to]) => `<bpmn:sequenceFlow id="x" sourceRef="${from}" targetRef="${to}" />`)
      .join('')}`,
  );
const long = (count: number) =>
  withQuestion({ hint: text(Array.from({ length: count }, () => 'chữ').join(' ')) });

const atReceiver = {
  id: 'gui',
  name: text('Gửi'),
  place: 'receiver',
  does: 'receive',
  budget: { value: 1, unit: 'hour' },
} as const;
const unfilled = {
  ...aProcedure.form,
  pages: aProcedure.form.pages.map((page) => ({
    ...page,
    questions: page.questions.map(({ prefill: _, ...question }) => question),
  })),
};
/** A procedure between agencies about which the rule of such procedures has nothing to say. */
const anInternal = (parts: Partial<ProcedureDefinition>): Said =>
  of(
    withParts({
      code: '5.000001',
      subjects: ['agency'],
      fees: [],
      online: { level: 'none' },
      assurance: { identityPendingAllowed: false },
      lifeEvents: [],
      form: unfilled,
      workflow: { steps: [{ ...atReceiver, role: 'specialist' }] },
      ...parts,
    }),
  );

/** Each rule: what makes it speak, and what is near enough to tempt it but right. */
const rules: Readonly<Record<Exclude<LintCode, 'record-left'>, readonly [speaks: Said, silent: Said]>> = {
  'basis-missing': [of(withParts({ basis: [' '] })), of(withParts({ basis: ['', 'Luật 2'] }))],
  'part-missing': [of(withParts({ subjects: [] })), of(withParts({ subjects: ['enterprise'] }))],
  'page-unreachable': [
    secondPageIf({
      all: [
        { q: 'viec', is: 'moi' },
        { q: 'viec', is: 'doi' },
      ],
    }),
    secondPageIf({
      all: [
        { q: 'viec', is: 'doi' },
        { fact: 'representing', is: 'other' },
      ],
    }),
  ],
  'question-unreachable': [
    of(
      withQuestion({
        if: {
          all: [
            { q: 'viec', is: 'moi' },
            { q: 'viec', is: 'doi' },
          ],
        },
      }),
    ),
    of(
      withQuestion({
        if: {
          any: [
            { q: 'viec', is: 'moi' },
            { q: 'viec', is: 'mat' },
          ],
        },
      }),
    ),
  ],
  'condition-never': [
    aDocument({ if: { q: 'viec', is: 'mat' } }),
    aDocument({
      if: {
        all: [
          { q: 'viec', is: 'doi' },
          { fact: 'channel', is: 'post' },
        ],
      },
    }),
  ],
  'condition-always': [
    aDocument({ if: { q: 'viec', in: ['moi', 'doi'] } }),
    aDocument({ if: { q: 'viec', in: ['moi'] } }),
  ],
  'step-unreachable': [lines(['a', 'b'], ['b', 'z'], ['c', 'z']), lines(['a', 'b'], ['b', 'z'], ['b', 'a'])],
  'step-endless': [
    lines(['a', 'b'], ['b', 'z'], ['b', 'c'], ['c', 'c']),
    lines(['a', 'b'], ['b', 'b'], ['b', 'z']),
  ],
  'time-over-legal': [slow(2), slow(1.5)],
  'once-only-own': [
    of(withQuestion({ type: 'phone', label: text('Số điện thoại của bạn') })),
    of(withQuestion({ type: 'phone', label: text('Số điện thoại của bạn'), prefill: 'person.phone' })),
  ],
  'once-only-register': [
    of(
      withParts({
        form: {
          ...aProcedure.form,
          pages: [
            ...aProcedure.form.pages,
            {
              id: 'con',
              title: text('Con'),
              questions: [
                { id: 'conSo', type: 'personal-number', label: text('Số định danh của con') },
                { id: 'conNgaySinh', type: 'date', label: text('Ngày sinh của con') },
              ],
            },
          ],
        },
      }),
    ),
    of(withQuestion({ id: 'conNgaySinh', type: 'date', label: text('Ngày sinh của con') })),
  ],
  'sentence-long': [of(long(26)), of(long(25))],
  officialese: [
    of(withQuestion({ hint: text('Hãy xuất  trình thẻ'.replace('  ', ' ')) })),
    of(withQuestion({ hint: text('Hàng xuất trìnhh') })),
  ],
  'english-missing': [
    of(withQuestion({ hint: { vi: 'Ghi theo thẻ' } })),
    of(withQuestion({ hint: text('Ghi theo thẻ') })),
  ],
  'alternative-text-missing': [
    printed({ giay: { parts: [{ image: 'dau.png' }] } }),
    printed({ giay: { parts: [{ image: 'dau.png', alt: text('Con dấu') }] } }),
  ],
  'fee-without-ground': [aFee({ basis: ' ' }), aFee({ basis: 'Nghị quyết 2' })],
  'fee-dates-wrong': [
    aFee({ from: '2026-12-01', until: '2026-11-30' }),
    aFee({ from: '2026-12-01', until: '2026-12-01' }),
  ],
  'fee-expired': [aFee({ until: '2026-11-21' }), aFee({ until: '2026-11-22' })],
  'fee-uncounted': [aFee({ cap: 5 }), aFee({ cap: 5, per: 'soBan' })],
  'fee-tiers-wrong': [
    aFee({
      per: 'soBan',
      tiers: [
        { nth: 3, amount: 2 },
        { nth: 3, amount: 1 },
      ],
    }),
    aFee({ per: 'soBan', tiers: [{ nth: 3, amount: 2 }] }),
  ],
  'fee-reduction-wrong': [
    aFee({ reduction: { percent: 50, amount: 1, basis: 'Nghị quyết 2' } }),
    aFee({ reduction: { percent: 50, basis: 'Nghị quyết 2' } }),
  ],
  'fee-reduction-over': [
    aFee({ reduction: { percent: 50, until: '2026-11-21', basis: 'Nghị quyết 2' } }),
    aFee({ reduction: { percent: 50, until: '2026-11-22', basis: 'Nghị quyết 2' } }),
  ],
  'unit-missing': [of(aProcedure, { decides: (_, commune) => commune === '30316' }), of(aProcedure)],
  'decider-missing': [
    of(aProcedure, { communes: [], decides: () => false }),
    of(aProcedure, { communes: [], decides: () => true }),
  ],
  'document-satisfied': [
    aDocument({ name: text('Bản sao Giấy chứng nhận kết hôn') }),
    aDocument({ name: text('Bản sao Giấy chứng nhận kết hôn'), satisfiedBy: 'KQ.G15.000032' }),
  ],
  'call-paper-unknown': [calling('giay=chung-minh'), calling('don=chung-minh')],
  'internal-subject': [anInternal({ subjects: ['organisation'] }), anInternal({})],
  'internal-fee': [anInternal({ fees: aProcedure.fees }), of(aProcedure)],
  'internal-public': [
    anInternal({ online: { level: 'partial' } }),
    anInternal({ online: { level: 'none' } }),
  ],
  'internal-step': [
    anInternal({ workflow: { steps: [{ ...atReceiver, role: 'one-stop-officer' }] } }),
    anInternal({ workflow: { steps: [{ ...atReceiver, role: 'clerk' }] } }),
  ],
  'id-twice': [
    of(withParts({ documents: [document, document] })),
    of(withParts({ documents: [document, { ...document, id: 'khac' }] })),
  ],
  'option-unlabelled': [
    of(withQuestion({ type: 'choice', options: [{ value: 'a', label: { vi: ' ', en: 'A' } }] })),
    of(withQuestion({ type: 'choice', options: [{ value: 'a', label: text('A') }] })),
  ],
};

test('a right procedure is left in peace', () => {
  assert.deepEqual(lintProcedure({ definition: aProcedure }, aWorld), []);
});

for (const [code, [speaks, silent]] of Object.entries(rules)) {
  test(`${code} speaks where it should, and only there`, () => {
    const said = lintProcedure(speaks.content, speaks.world).filter((finding) => finding.code === code);
    assert.ok(said.length > 0, 'silent');
    assert.ok(!codesOf(silent).includes(code as LintCode), 'speaks without a reason');
    assert.equal(isPublishable(said), lintCodes[code as LintCode] === 'warning');
    for (const finding of said)
      for (const sentence of Object.values(sentenceOf(finding)))
        assert.doesNotMatch(sentence, /\{\w+\}/, 'a gap of the sentence stays empty');
  });
}

test('a paper that a call passes on is named where either procedure lacks it', () => {
  const named = (said: Said) =>
    lintProcedure(said.content, said.world)
      .filter(({ code }) => code === 'call-paper-unknown')
      .map(({ at, details }) => `${at} ${details['code']} ${details['paper']}`);
  assert.deepEqual(named(calling('don=KQ.G15.000034')), []);
  assert.deepEqual(named(calling('don=la')), ['workflow.goi 1.003197 la']);
  assert.deepEqual(named(calling('la=chung-minh, don')), [
    `workflow.goi ${aProcedure.code} la`,
    'workflow.goi 1.003197 don',
  ]);
  assert.deepEqual(named(calling('don=la', {})), [], 'of a procedure that nobody knows here nothing is said');
  assert.deepEqual(calledProcedures(`${aCall('don')}<callActivity calledElement="2.000635">`), [
    '1.003197',
    '2.000635',
  ]);
});

test('each of the seven parts is missed', () => {
  const without: readonly (readonly [string, Partial<ProcedureDefinition>])[] = [
    ['name', { name: { vi: ' ', en: 'x' } }],
    ['order', { workflow: { steps: [] } }],
    ['manner', { time: [], online: { level: 'none' } }],
    ['dossier', { documents: [] }],
    ['time', { time: [] }],
    ['subjects', { subjects: [] }],
    ['agency', { competence: { level: '' as 'commune' } }],
  ];
  for (const [part, parts] of without) {
    const missed = lintProcedure({ definition: withParts(parts) }, aWorld).map(
      (finding) => finding.details['part'],
    );
    assert.ok(missed.includes(part), part);
  }
});
