import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { type Act, type ActKind, fold } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import { asPlainDate, instantAt } from '#kernel/time';
import { sayIn } from '../words/say.ts';
import { type RoadContext, tellAct, tellers } from './act-words.ts';
import { roadOf } from './road.ts';
import type { Tracked } from './tracked.ts';

const centre = 'unit-centre' as UnitId;
const committee = 'unit-committee' as UnitId;
const names: Record<string, string> = {
  [centre]: 'Trung tâm phường Long Xuyên',
  [committee]: 'UBND xã Núi Cấm',
};
const day = asPlainDate('2026-11-25');
const definition = sampleDefinition('1.001193');
let minute = 540;

function act(kind: ActKind, payload: object, more: Partial<Act> = {}): Act {
  minute += 10;
  const signed = {
    seq: minute,
    at: instantAt(day, minute),
    actorKind: 'officer',
    actorId: null,
    actorName: 'Huỳnh Thị Mai',
    actorUnit: centre,
  };
  return { ...signed, kind, payload, ...more } as Act;
}
const submitted = () => {
  minute = 540;
  return act('submitted', {
    channel: 'online',
    receiver: centre,
    competent: committee,
    identityPending: false,
    delivery: 'counter',
    answerBy: instantAt(day, 1000),
    fees: [],
  });
};
const due = { date: day, minute: instantAt(day, 1020) };
const received = () => [
  submitted(),
  act('accepted', { due, calendar: '1/office', step: 'tham-tra', stepDue: instantAt(day, 900) }),
  act('handed-over', { from: centre, to: committee }),
  act('taken-over', { unit: committee }),
];

function road(acts: readonly Act[], locale: 'vi' | 'en' = 'vi') {
  const state = fold(acts);
  const tracked: Tracked = {
    code: 'H01.1-261125-0001',
    procedureCode: definition.code,
    procedureVersion: 1,
    procedureName: definition.name.vi,
    ownerName: 'Lan',
    helperUnit: centre,
    state,
    acts,
    charges: [],
    answers: {},
  };
  const context: RoadContext = {
    say: sayIn(locale),
    locale,
    unitName: (id) => names[id] ?? '?',
    definition,
    state,
    costs: () => 50_000,
  };
  return roadOf(tracked, context);
}
const shape = (acts: readonly Act[]) => road(acts).map(({ state, title }) => `${state}: ${title}`);

test('custody is told as one hop with when it was given and when it was taken', () => {
  const items = road(received());
  const hop = items.find((item) => item.title === 'Chuyển UBND xã Núi Cấm');
  assert.equal(hop?.text, '25/11/2026, 09:30 · đã nhận 09:40');
  assert.ok(items.every((item) => item.title !== 'taken-over'));
  const [transit] = road(received().slice(0, 3)).filter((item) => item.title.startsWith('Chuyển'));
  assert.match(String(transit?.text), /chưa nhận/);
});

test('done, now and what is to come stand in the order of the procedure, with one "now"', () => {
  assert.deepEqual(shape(received()), [
    'done: Đã nộp',
    'done: Trung tâm phường Long Xuyên đã tiếp nhận',
    'done: Chuyển UBND xã Núi Cấm',
    'now: Thẩm tra, dự thảo kết quả',
    'to-come: Lãnh đạo ký duyệt',
    'to-come: Vào sổ, đóng dấu, phát hành',
    'to-come: Trả kết quả',
  ]);
});

test('while the person is waited for, the request itself is where the dossier stands', () => {
  const papers = [{ demand: 'a', title: 'Giấy chứng sinh', reason: 'Ảnh bị mờ.' }];
  const asked = [
    ...received(),
    act('supplement-requested', { papers, reason: 'Ảnh bị mờ.', until: '2026-11-30' }),
  ];
  const now = road(asked).filter((item) => item.state === 'now');
  assert.equal(now.length, 1);
  assert.equal(now[0]?.title, 'Cần bổ sung: giấy chứng sinh');
  assert.match(String(now[0]?.text), /Ảnh bị mờ\.$/, 'a reason is not said twice');
  const sent = road([...asked, act('supplement-sent', { documents: [], note: '' })]);
  assert.equal(sent.filter((item) => item.state === 'now')[0]?.title, 'Đang kiểm tra phần bổ sung');
});

test('where several offices work at once, each is told with what it does, and what others must answer by', () => {
  const until = instantAt(day, 1000);
  const task = (id: string, node: string, unit: UnitId) => ({ id, node, unit, due: until });
  const asked = { ...task('3', 'ky', centre), opinion: { id: 'o', question: 'Ý kiến?' } };
  const plan = {
    marking: { state: 'running', next: 4, tokens: [] },
    closed: [],
    tasks: [task('2', 'tham-tra', committee), asked],
  };
  const accepted = act('accepted', { due, calendar: '1/office', step: 'tham-tra', stepDue: until, plan });
  const items = road([submitted(), accepted, act('handed-over', { from: centre, to: committee })]);
  assert.deepEqual(
    items.filter(({ state }) => state === 'now').map(({ title, text }) => `${title} | ${String(text)}`),
    [
      '2 việc đang được làm cùng lúc | Bạn không phải chờ lần lượt từng nơi',
      'Thẩm tra, dự thảo kết quả | UBND xã Núi Cấm',
      'Lãnh đạo ký duyệt | Trung tâm phường Long Xuyên, trả lời trước 25/11/2026, 16:40',
    ],
  );
  const ahead = items.filter(({ state }) => state === 'to-come').map(({ title }) => title);
  assert.deepEqual(ahead, ['Vào sổ, đóng dấu, phát hành', 'Trả kết quả']);
});

test('an end has nothing to come and nothing now', () => {
  const stopped = shape([submitted(), act('stopped', { ground: 'withdrawal', reason: 'Đổi ý' })]);
  assert.deepEqual(stopped, ['done: Đã nộp', 'done: Dừng giải quyết']);
});

test('one deed kept as two acts is told once', () => {
  const approved = act('result-approved', {});
  const ended = act(
    'step-finished',
    { step: 'ky', next: 'ban-hanh', stepDue: 0, note: '' },
    { at: approved.at },
  );
  const titles = road([...received(), approved, ended]).map((item) => item.title);
  assert.ok(titles.includes('Lãnh đạo đã ký duyệt'));
  assert.ok(!titles.some((title) => title.startsWith('Xong bước')));
});

test('every act has its words in both languages, and what officers write to each other stays inside', () => {
  const secret = 'GHI CHÚ NỘI BỘ';
  const payload = {
    channel: 'online',
    receiver: centre,
    competent: committee,
    fees: [],
    papers: [],
    scans: [],
    reason: 'Lý do',
    until: day,
    on: day,
    decision: '45/QĐ-UBND',
    stays: false,
    documents: [],
    note: secret,
    due,
    stepDue: 0,
    receipt: '7',
    amount: 1000,
    ground: 'withdrawal',
    from: centre,
    to: 'tham-tra',
    unit: committee,
    officer: 'x',
    name: 'y',
    step: 'tham-tra',
    next: 'ky',
    label: { vi: 'đã đủ ý kiến', en: 'all opinions are there' },
    service: 'notify',
    dossier: { homeUnit: centre, id: 'x', code: 'H01-1' },
    id: 'none',
    question: secret,
    text: 'Sai tên',
    agrees: true,
    outcome: 'granted',
    title: 'Giấy',
    kind: '',
    content: {},
    by: 'citizen',
    number: '1',
    way: 'counter',
    person: 'p',
    answerBy: 0,
    delivery: 'counter',
    identityPending: false,
  };
  const state = fold(received());
  for (const kind of Object.keys(tellers) as ActKind[])
    for (const locale of ['vi', 'en'] as const) {
      const inner = kind === 'step-returned' || kind === 'pulled-back' || kind === 'result-sent-back';
      const one = act(kind, {
        ...payload,
        ...(kind === 'draft-shown' || kind === 'opinion-asked' ? { until: 0, due: 0 } : {}),
        reason: inner ? secret : 'Lý do',
        note: kind === 'supplement-sent' ? 'Lời nhắn' : secret,
      });
      const words = tellAct(one, {
        say: sayIn(locale),
        locale,
        unitName: (id) => names[id] ?? id,
        costs: () => 1000,
        definition,
        state,
      });
      const told = `${words?.title ?? ''} ${words?.more ?? ''}`;
      assert.doesNotMatch(told, /undefined|NaN|\[object/, `${kind} ${locale}`);
      assert.ok(!told.includes(secret), `${kind} tells what is internal`);
    }
});
