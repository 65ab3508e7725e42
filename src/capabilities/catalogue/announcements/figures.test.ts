import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar, officeHours } from '#capabilities/calendar';
import { announcedInTime, publicInTime, transparencyOf } from './figures.ts';
import type { Announcement } from './queries.ts';

// Without holidays, so that weeks have five working days.
const calendar = buildCalendar({ hours: officeHours, days: [] });
const decision = (change: Partial<Announcement>): Announcement => ({
  id: 'x',
  number: '1/QĐ-UBND',
  issuer: 'UBND tỉnh',
  about: '',
  decided_on: '2026-10-05',
  effective_on: '2026-10-05',
  published_on: '2026-10-12',
  law: 'NĐ 1/2026/NĐ-CP',
  law_effective_on: '2026-10-12',
  file_sha256: null,
  file_name: '',
  revision: 1,
  entered_at: 0,
  items: [{ code: '1.001193', what: 'amend', version: 2 }],
  ...change,
});

test('a province announces five working days before, a ministry twenty (Monday 5/10 to Monday 12/10 are five)', () => {
  assert.equal(announcedInTime(calendar, 'province', decision({})), 'on-time');
  assert.equal(announcedInTime(calendar, 'province', decision({ law_effective_on: '2026-10-11' })), 'late');
  assert.equal(announcedInTime(calendar, 'ministry', decision({})), 'late');
  assert.equal(
    announcedInTime(calendar, 'ministry', decision({ law_effective_on: '2026-11-02' })),
    'on-time',
  );
  assert.equal(announcedInTime(calendar, 'province', decision({ law_effective_on: null })), 'unknown');
});

test('a province makes it public within five working days, a ministry within ten', () => {
  const on = (published_on: string | null, today = '2026-12-31') =>
    publicInTime(calendar, 'province', decision({ published_on }), today);
  assert.equal(on('2026-10-12'), 'on-time');
  assert.equal(on('2026-10-13'), 'late');
  assert.equal(on(null, '2026-10-12'), 'waiting');
  assert.equal(on(null, '2026-10-13'), 'late');
  assert.equal(publicInTime(calendar, 'ministry', decision({ published_on: '2026-10-19' }), ''), 'on-time');
});

test('points are the most possible times the share; what cannot be judged yet counts neither way', () => {
  const announcements = [
    decision({}),
    decision({
      id: 'y',
      published_on: '2026-10-13',
      law_effective_on: null,
      items: [
        { code: '2.000815', what: 'announce', version: null },
        { code: '1.000656', what: 'abolish', version: null },
        { code: '3.000333', what: 'amend', version: null },
      ],
    }),
  ];
  const [published, updated, full] = transparencyOf(announcements, {
    calendar,
    announcer: 'province',
    today: '2026-12-31',
    complete: (code) => (code === '3.000333' ? undefined : code === '1.001193'),
  });
  assert.deepEqual(published, { id: 'PUBLISH_ON_TIME', max: 6, of: 1, met: 1, score: 6 });
  assert.deepEqual(updated, { id: 'PUBLIC_UPDATE_ON_TIME', max: 4, of: 4, met: 1, score: 1 });
  assert.deepEqual(full, { id: 'PUBLIC_CONTENT_FULL', max: 2, of: 2, met: 1, score: 1 });
});

test('nothing announced gives no points and no zero', () => {
  const figures = transparencyOf([], {
    calendar,
    announcer: 'province',
    today: '2026-12-31',
    complete: () => true,
  });
  assert.deepEqual(
    figures.map(({ score }) => score),
    [undefined, undefined, undefined],
  );
});

test('a later publication is never judged better', () => {
  const date = fc.integer({ min: 1, max: 30 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`);
  const worth = { 'on-time': 1, late: 0, waiting: 0, unknown: 0 };
  fc.assert(
    fc.property(date, date, (one, other) => {
      const [sooner = '', later = ''] = [one, other].sort();
      const judge = (published_on: string) =>
        worth[publicInTime(calendar, 'province', decision({ published_on }), '2026-12-31')];
      assert.ok(judge(sooner) >= judge(later));
    }),
  );
});
