import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { asPlainDate, instantAt } from '#kernel/time';
import {
  announcementOf,
  announcementsBetween,
  approveMove,
  changeList,
  decentralisation,
  decentralisations,
  endMoveOn,
  type NewMove,
  openCatalogue,
  proposeMove,
  saveAnnouncement,
  setServiceLevel,
  withdrawMove,
} from '../index.ts';
import { aStage, codeOf, value } from '../testing/stage.ts';

const code = '1.004873';
const other = '1.001612';
const unit = '018f0000-0000-7000-8000-000000000011' as never;
const stage = await aStage(code, other);
const { db, clock, drafter, approver, citizen } = stage;
const catalogue = openCatalogue(db.web, clock, {
  generic: sampleDefinition('generic'),
  synonyms: { filler: [], entries: [] },
  lifeEvents: [],
});
async function offer() {
  catalogue.forget();
  return catalogue.offer();
}
const on = (date: string) => clock.set(instantAt(asPlainDate(date), 9 * 60));
const journal = async (action: string) =>
  (await db.sql<{ n: number }>('select count(*)::int as n from audit.entry where action = $1', [action]))[0]
    ?.n;

const aMove = (change: Partial<NewMove> = {}): NewMove => ({
  number: '12/QĐ-UBND',
  issuer: 'UBND tỉnh',
  decidedOn: '2026-11-20',
  kind: 'decentralise',
  codes: [code],
  toLevel: 'province',
  toUnit: null,
  from: '2026-12-01',
  until: null,
  openDossiers: 'stay',
  note: '',
  ...change,
});

describe('levels', () => {
  it('are set by who publishes, on a decision, and hold from their day', async () => {
    const level = (change: object) =>
      setServiceLevel(approver, {
        code,
        unit: null,
        level: 'none',
        from: '2026-12-01',
        decision: 'QĐ 5',
        ...change,
      });
    assert.equal(
      codeOf(
        await setServiceLevel(drafter, {
          code,
          unit: null,
          level: 'none',
          from: '2026-12-01',
          decision: 'x',
        }),
      ),
      'not-yours',
    );
    assert.equal(codeOf(await level({ decision: ' ' })), 'decision-missing');
    assert.equal(codeOf(await level({ from: 'mai' })), 'date-missing');
    assert.equal(codeOf(await level({ level: 'half' })), 'level-missing');
    assert.equal(codeOf(await level({ code: '9.999999' })), 'procedure-unknown');
    value(await level({}));
    value(await level({ unit, level: 'not-handled', from: '2026-11-01' }));
    assert.equal(await journal('catalogue.set-level'), 2);
    const now = await offer();
    assert.equal(now.serviceLevel(code, 'full'), 'full');
    assert.equal(now.serviceLevel(code, 'full', unit), 'not-handled');
    const filing = { code, published: 'full', competent: unit, elsewhere: false } as const;
    assert.equal(now.whyNotFiled({ ...filing, channel: 'direct' })?.code, 'not-handled-there');
    const elsewhere = '018f0000-0000-7000-8000-000000000021' as never;
    assert.equal(now.whyNotFiled({ ...filing, channel: 'online', competent: elsewhere }), undefined);
    on('2026-12-01');
    const later = await offer();
    assert.equal(later.serviceLevel(code, 'full'), 'none');
    assert.equal(
      later.whyNotFiled({ ...filing, channel: 'online', competent: elsewhere })?.code,
      'not-online-there',
    );
    assert.equal(later.whyNotFiled({ ...filing, channel: 'direct', competent: elsewhere }), undefined);
    on('2026-11-25');
  });
});

describe('lists', () => {
  it('change by decision from a day on, for known procedures only', async () => {
    const change = (more: object) =>
      changeList(approver, {
        list: 'anywhere',
        listed: false,
        codes: [code],
        from: '2026-11-25',
        decision: 'QĐ 6',
        ...more,
      });
    assert.equal(codeOf(await change({ codes: [] })), 'codes-missing');
    assert.equal(codeOf(await change({ codes: ['9.999999'] })), 'code-unknown');
    assert.equal(codeOf(await change({ decision: '' })), 'decision-missing');
    assert.equal(
      codeOf(
        await changeList(drafter, {
          list: 'anywhere',
          listed: true,
          codes: [code],
          from: '2026-11-25',
          decision: 'x',
        }),
      ),
      'not-yours',
    );
    assert.equal((await offer()).anywhere(code, true), true);
    assert.equal(value(await change({ codes: [code, code] })), 1);
    const now = await offer();
    assert.equal(now.anywhere(code, true), false);
    assert.equal(now.anywhere(other, true), true);
    assert.equal(now.anywhere(other, false), false);
    const filing = { code, published: 'full', channel: 'direct', competent: unit } as const;
    // An authority that takes it off says so before the question where it is filed.
    const there = '018f0000-0000-7000-8000-000000000021' as never;
    assert.equal(
      now.whyNotFiled({ ...filing, competent: there, elsewhere: true })?.code,
      'only-where-decided',
    );
    assert.equal(now.whyNotFiled({ ...filing, competent: there, elsewhere: false }), undefined);
    const counted = await catalogue.counted();
    assert.deepEqual(
      new Map(counted.map((each) => [each.code, each.anywhere])),
      new Map([
        [other, true],
        [code, false],
      ]),
    );
    value(
      await changeList(approver, {
        list: 'essential-25',
        listed: true,
        codes: [other],
        from: '2026-11-25',
        decision: 'QĐ 7',
      }),
    );
    assert.deepEqual([...(await offer()).essentialCodes('53')], [other]);
    const found = await catalogue.search('', { codes: (await offer()).essentialCodes('25') });
    assert.deepEqual(
      found.hits.map(({ entry }) => entry.code),
      [other],
    );
  });
});

describe('decentralisation', () => {
  it('is written down by one, approved by another, and holds from its day to its end', async () => {
    for (const [change, why] of [
      [{ number: ' ' }, 'decision-missing'],
      [{ issuer: '' }, 'issuer-missing'],
      [{ decidedOn: '?' }, 'date-missing'],
      [{ kind: 'gift' }, 'kind-missing'],
      [{ codes: [] }, 'codes-missing'],
      [{ codes: ['9.999999'] }, 'code-unknown'],
      [{ toUnit: unit }, 'authority-missing'],
      [{ toLevel: 'moon' }, 'authority-missing'],
      [{ from: '2026-11-01' }, 'before-decision'],
      [{ until: '2026-12-01' }, 'ends-before-begin'],
      [{ kind: 'delegate' }, 'delegation-endless'],
      [{ openDossiers: '' }, 'open-dossiers-missing'],
    ] as const)
      assert.equal(codeOf(await proposeMove(approver, aMove(change))), why);
    assert.equal(codeOf(await proposeMove(citizen, aMove())), 'not-yours');
    const id = value(await proposeMove(approver, aMove()));
    assert.equal(codeOf(await approveMove(approver, id)), 'own-move');
    assert.equal(codeOf(await approveMove(drafter, id)), 'not-yours');
    assert.equal((await offer()).moves(code).next, undefined, 'a proposal binds nobody');
    value(await withdrawMove(approver, id));
    assert.equal(codeOf(await withdrawMove(approver, id)), 'move-decided');

    const good = value(await proposeMove(drafter, aMove()));
    value(await approveMove(approver, good));
    assert.equal(codeOf(await approveMove(approver, good)), 'move-decided');
    const commune = { level: 'commune', by: 'noi' } as const;
    const now = await offer();
    assert.deepEqual(now.authority(code, commune), { competence: commune });
    assert.equal(now.moves(code).next?.id, good);
    on('2026-12-01');
    assert.deepEqual((await offer()).authority(code, commune), {
      competence: { level: 'province', by: 'noi' },
    });
    assert.equal(codeOf(await endMoveOn(approver, good, '2026-11-30')), 'ends-before-begin');
    value(await endMoveOn(approver, good, '2026-12-05'));
    on('2026-12-05');
    assert.deepEqual((await offer()).authority(code, commune), { competence: commune });
    assert.equal(await journal('catalogue.approve-move'), 1);
    assert.equal((await decentralisation(drafter, good))?.until_day, '2026-12-05');
    on('2026-11-25');
  });

  it('is nobody’s business but officers’ before it is approved', async () => {
    const id = value(await proposeMove(drafter, aMove({ codes: [other] })));
    assert.equal((await decentralisations(citizen)).length, 0);
    const seen = await db.web.direct.rows((await import('./queries.ts')).approvedMoves, {});
    assert.equal(
      seen.some((each) => each.id === id),
      false,
    );
  });
});

describe('announcements', () => {
  const wanted = {
    number: '1284/QĐ-UBND',
    issuer: 'Chủ tịch UBND tỉnh',
    about: 'Công bố thủ tục hộ tịch',
    decidedOn: '2026-11-16',
    effectiveOn: '2026-12-01',
    publishedOn: null,
    law: 'Nghị định 1/2026/NĐ-CP',
    lawEffectiveOn: '2026-12-01',
    items: [{ code, what: 'amend', version: 1 }],
  } as const;

  it('are written once, changed by who looked at the newest, and found by day and by procedure', async () => {
    for (const [change, why] of [
      [{ number: '' }, 'decision-missing'],
      [{ decidedOn: '2027-01-01' }, 'date-in-future'],
      [{ effectiveOn: '2026-11-01' }, 'before-decision'],
      [{ publishedOn: '?' }, 'date-missing'],
      [{ items: [] }, 'codes-missing'],
      [{ items: [...wanted.items, { code, what: 'abolish', version: null }] }, 'code-twice'],
    ] as const)
      assert.equal(codeOf(await saveAnnouncement(approver, { ...wanted, ...change })), why);
    assert.equal(codeOf(await saveAnnouncement(drafter, wanted)), 'not-yours');
    const id = value(await saveAnnouncement(approver, wanted));
    assert.equal(codeOf(await saveAnnouncement(approver, wanted)), 'announcement-known');
    const file = { sha256: 'a'.repeat(64), name: 'qd.pdf' };
    value(
      await saveAnnouncement(approver, {
        ...wanted,
        known: { id, revision: 1 },
        publishedOn: '2026-11-18',
        file,
      }),
    );
    assert.equal(
      codeOf(await saveAnnouncement(approver, { ...wanted, known: { id, revision: 1 } })),
      'changed-meanwhile',
    );
    // A change without a file keeps the one that is there.
    value(
      await saveAnnouncement(approver, { ...wanted, known: { id, revision: 2 }, publishedOn: '2026-11-18' }),
    );
    const kept = await announcementOf(citizen, id);
    assert.deepEqual(
      [kept?.published_on, kept?.file_sha256, kept?.file_name],
      ['2026-11-18', file.sha256, 'qd.pdf'],
    );
    assert.equal((await catalogue.announcements(code)).length, 1);
    assert.equal((await catalogue.announcements(other)).length, 0);
    assert.equal(
      (await announcementsBetween(citizen, { from: '2026-10-01', before: '2027-01-01' })).length,
      1,
    );
    assert.equal(
      (await announcementsBetween(citizen, { from: '2026-01-01', before: '2026-10-01' })).length,
      0,
    );
    assert.equal(await journal('catalogue.change-announcement'), 2);
  });
});
