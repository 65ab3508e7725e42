import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCalendar } from '#builders/dossiers';
import type { DossierState } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import { asPlainDate, type Instant, instantAt } from '#kernel/time';
import { sayIn } from '../words/say.ts';
import { standingOf } from './standing.ts';

const unit = 'unit' as UnitId;
const at = (date: string, hour: number): Instant => instantAt(asPlainDate(date), hour * 60);
const state: DossierState = {
  stage: 'in-process',
  channel: 'online',
  receiver: unit,
  competent: unit,
  holder: unit,
  seenBy: [unit],
  identityPending: false,
  delivery: 'counter',
  submittedAt: at('2026-11-16', 8),
  answerBy: at('2026-11-17', 8),
  acceptedAt: at('2026-11-16', 9),
  due: { date: asPlainDate('2026-11-19'), minute: at('2026-11-19', 9) },
  stepsDone: [],
  waits: [],
  supplementCount: 0,
  fees: [],
  opinions: [],
  custody: [],
  seq: 3,
};
const stand = (change: Partial<DossierState>, now: Instant, locale: 'vi' | 'en' = 'vi') =>
  standingOf(
    { state: { ...state, ...change }, acts: [] },
    {
      say: sayIn(locale),
      locale,
      now,
      calendar: aCalendar,
      costs: () => 50_000,
      unitName: () => 'Trung tâm A',
    },
  );

test('in time: the promised minute, and working days left', () => {
  const standing = stand({}, at('2026-11-17', 9));
  assert.equal(standing.lead, 'Hẹn trả lúc 09:00');
  assert.equal(standing.date, 'thứ Năm 19/11/2026');
  assert.deepEqual(standing.lines, ['Còn 2 ngày làm việc.']);
  assert.equal(standing.tag.tone, 'jade');
  assert.equal(stand({}, at('2026-11-18', 14)).lines[0], 'Còn 5 giờ làm việc.');
  assert.equal(stand({}, at('2026-11-17', 9), 'en').date, 'Thursday 19/11/2026');
});

test('late: said in words, never as a reason to refuse', () => {
  const standing = stand({}, at('2026-11-23', 9));
  assert.equal(standing.tag.tone, 'red');
  assert.match(standing.lines[0] ?? '', /Đã quá hẹn 2 ngày làm việc\. Cơ quan vẫn phải trả kết quả/);
});

test('waiting for the person: the date moves by the wait, what was left stays', () => {
  const asked = {
    papers: [{ demand: 'a', title: 'Giấy A', reason: '' }],
    reason: '',
    askedAt: 0,
    until: asPlainDate('2026-11-23'),
    beforeAcceptance: false,
  };
  const waiting = { stage: 'supplement' as const, supplement: asked, waitingSince: at('2026-11-17', 9) };
  const soon = stand(waiting, at('2026-11-17', 9));
  const later = stand(waiting, at('2026-11-19', 9));
  assert.equal(soon.date, 'thứ Năm 19/11/2026');
  assert.equal(later.date, 'thứ Hai 23/11/2026', 'two working days later, over the week-end');
  for (const standing of [soon, later]) {
    assert.equal(standing.lead, 'Hẹn trả, nếu bạn bổ sung hôm nay');
    assert.equal(standing.lines[0], 'Còn 2 ngày làm việc từ khi đồng hồ chạy lại.');
    assert.ok(standing.lines.includes('Thời gian chờ bạn bổ sung không tính.'));
  }
});

test('no date is invented where none is promised', () => {
  const standing = stand({ due: { date: null, minute: null } }, at('2026-11-17', 9));
  assert.equal(standing.date, 'chưa có');
  assert.match(standing.lines[0] ?? '', /không có thời hạn trong danh mục quốc gia/);
  const { due: _, acceptedAt: __, ...before } = state;
  const submitted = standingOf(
    { state: { ...before, stage: 'submitted' }, acts: [] },
    {
      say: sayIn('vi'),
      locale: 'vi',
      now: at('2026-11-16', 9),
      calendar: aCalendar,
      costs: () => 0,
      unitName: () => 'Trung tâm A',
    },
  );
  assert.equal(submitted.lead, 'Trả lời bạn trước 08:00');
  assert.ok(submitted.lines.includes('Ngày hẹn trả có khi hồ sơ được tiếp nhận.'));
});
