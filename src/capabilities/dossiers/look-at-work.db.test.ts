import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import type { OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { aCtx, aDatabase } from '#test/database';
import { deskOfOfficer, proceduresAtWork, searchDossiers, type WorkFilter, workList } from './index.ts';
import type { WorkList } from './rules/work.ts';
import { anOfficer, centreA, committeeA, committeeB } from './testing/builders.ts';

const db = await aDatabase();

interface Row {
  readonly id: string;
  readonly unit: UnitId;
  readonly list: WorkList;
  readonly due: number;
  readonly officer: string | null;
  readonly procedure: string;
  readonly flags: readonly string[];
  readonly words: string;
}
const at = Date.UTC(2026, 10, 20);
const uuid = (n: number): string => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const clerk = anOfficer(1, committeeA, 'specialist');
const both = {
  ...anOfficer(1, committeeA, 'specialist'),
  posts: [...clerk.posts, ...anOfficer(1, centreA, 'specialist').posts],
  readableUnits: [committeeA, centreA],
} as OfficerActor;
const procedures = ['1.001193', '1.004222', '2.000815'];
const lists = ['in-process', 'newly-accepted', 'to-accept'] as const;
const names = ['nguyen van an', 'tran thi lan', 'le minh', 'danh soc kha', 'nguyen thi minh'];
const rows: readonly Row[] = Array.from({ length: 150 }, (_, n) => ({
  id: uuid(n),
  unit: [committeeA, centreA, committeeB][(n * 7) % 3] as UnitId,
  list: lists[((n * 5) % 7) % 3] as WorkList,
  // Many are due at the same moment, so that the order needs its second key.
  due: at + (((n * 31) % 40) - 12) * 3600_000,
  officer: n % 4 === 0 ? clerk.officer : n % 4 === 1 ? uuid(999) : null,
  procedure: procedures[((n * 11) % 5) % 3] ?? '',
  flags: n % 6 === 0 ? ['elsewhere'] : [],
  words: `${names[(n * 3) % 5]} h01.101.1 2611${10 + (n % 9)} 00${String(n).padStart(2, '0')} dang ky khai sinh`,
}));

for (const row of rows) {
  await db.sql(
    `with made as (
       insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, applicant, owner_name,
         owner_folded, helper_unit, competent_unit, holder_unit, seen_by, stage, status, submitted_at, state, seq)
       values ($1::uuid, $2::uuid, $2::text, 's', $3::text, 1, 'Thủ tục ' || $3, 'online', '{}', 'x', 'x', $1, $1, $1, array[$1::uuid], 'in-process', 4,
         to_timestamp($4::float8 / 1000), '{}', 1) returning *),
     found as (
       insert into dossiers.finder select home_unit, id, code, seen_by, $5, null, submitted_at from made)
     insert into dossiers.work (unit_id, list, due_at, home_unit, dossier_id, officer_id, code, procedure_code, procedure_name, owner_name, channel,
       submitted_at, clock, flags)
     select home_unit, $6, submitted_at, home_unit, id, $7, code, procedure_code, procedure_name, 'x', channel, submitted_at, 'running', $8 from made`,
    [row.unit, row.id, row.procedure, row.due, row.words, row.list, row.officer, row.flags],
  );
}
await db.sql(
  `insert into dossiers.saved_filter values ($1, $2, 'riêng', '{"kenh":"truc-tuyen"}'), ($3, $2, 'của người khác', '{}')`,
  [clerk.officer, uuid(1), uuid(999)],
);

const anything = z.record(z.string(), z.unknown());

/** The same question without an index, a function or a policy. */
const naive = (actor: OfficerActor, filter: WorkFilter): readonly Row[] =>
  rows
    .filter(
      (row) =>
        actor.posts.some(({ unit }) => unit === row.unit && (filter.unit ?? unit) === unit) &&
        (filter.lists?.includes(row.list) ?? true) &&
        (filter.officer === undefined || row.officer === filter.officer) &&
        (!filter.unassigned || row.officer === null) &&
        (filter.procedure === undefined || row.procedure === filter.procedure) &&
        (filter.flag === undefined || row.flags.includes(filter.flag)) &&
        row.due >= (filter.dueFrom ?? -Infinity) &&
        row.due < (filter.dueBefore ?? Infinity),
    )
    .sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));

const filters: readonly WorkFilter[] = [
  {},
  { lists: ['in-process'] },
  { lists: ['in-process', 'to-accept'], dueBefore: at },
  { lists: lists, dueFrom: at, dueBefore: at + 8 * 3600_000 },
  { unit: centreA },
  { unit: committeeB },
  { officer: clerk.officer },
  { officer: clerk.officer, procedure: '1.001193', lists: ['newly-accepted'] },
  { unassigned: true, flag: 'elsewhere' },
  { officer: clerk.officer, unassigned: true },
  { procedure: '2.000815', channel: 'online' },
  { channel: 'post' },
];

test('every page of every list is what a plain sort of everything gives', async () => {
  let seen = 0;
  for (const actor of [clerk, both])
    for (const filter of filters) {
      const all = filter.channel === 'post' ? [] : naive(actor, filter).map(({ id }) => id);
      for (const [size, skip] of [
        [10, 0],
        [7, 7],
        [200, 0],
        [10, 300],
      ] as const) {
        const found = await workList(aCtx(db.web, actor), filter, { size, skip });
        assert.deepEqual(
          found.map((row) => row.dossier_id),
          all.slice(skip, skip + size),
          `${JSON.stringify(filter)} ${size}+${skip}`,
        );
        seen += found.length;
      }
    }
  assert.ok(seen > 600, `${seen} rows seen`);
});

test('the numbers of a desk are the lengths of its lists; the filters are one’s own', async () => {
  const ctx = aCtx(db.web, both);
  const now = ctx.clock.now();
  const soon = now + 6 * 3600_000;
  const { counts, mine, filters: kept } = await deskOfOfficer(ctx, soon, 100);
  for (const list of lists)
    assert.deepEqual(
      counts.find((each) => each.list === list),
      {
        list,
        count: naive(both, { lists: [list] }).length,
        overdue: naive(both, { lists: [list], dueBefore: now }).length,
        soon: naive(both, { lists: [list], dueFrom: now, dueBefore: soon }).length,
      },
    );
  assert.equal(mine, naive(both, { officer: both.officer }).length);
  assert.equal((await deskOfOfficer(ctx, soon, 5)).mine, 5);
  assert.deepEqual(kept, [{ id: uuid(1), name: 'riêng', filter: { kenh: 'truc-tuyen' } }]);
});

test('procedures to choose from stand in the order of the riskiest row', async () => {
  const found = await proceduresAtWork(aCtx(db.web, both), { lists: ['in-process'] }, 300);
  const all = naive(both, { lists: ['in-process'] }).map((row) => row.procedure);
  assert.deepEqual(
    found.map(({ code }) => code),
    [...new Set(all)],
  );
});

test('search finds the newest with all words, long, short and in figures alike', async () => {
  for (const typed of [
    'nguyen',
    'Nguyễn Văn An',
    'minh lê',
    'an',
    'a',
    'soc kha danh',
    'guye',
    '261112',
    'h01.101.1 0014',
    '1.1 kha',
    'khai sinh',
    'zzz an',
  ]) {
    const words = typed
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .split(' ');
    const all = rows
      .filter((row) => row.unit !== committeeB && words.every((word) => row.words.includes(word)))
      .sort((a, b) => b.due - a.due);
    const found = await searchDossiers(aCtx(db.web, both), typed, 20);
    assert.deepEqual(
      found.map((row) => row.submitted_at),
      all.slice(0, 20).map(({ due }) => due),
      typed,
    );
    const wanted = new Set(all.map(({ id }) => id));
    assert.ok(
      found.every((row) => wanted.has(row.id)),
      typed,
    );
    const everywhere = await searchDossiers(aCtx(db.web, { ...both, everywhere: true }), typed, 200);
    assert.equal(
      everywhere.length,
      rows.filter((row) => words.every((word) => row.words.includes(word))).length,
    );
  }
});

test('asked for units that the scope does not see, the functions answer nothing: the policies stay in force', async () => {
  const ofB = { p_officer: clerk.officer, readable: `{${committeeA}}`, units: `{${committeeB}}` };
  const ask = async (text: string) =>
    db.web.read({ kind: 'public' }, (reader) =>
      reader.rows({ name: text.slice(0, 60), text, order: [], row: anything }, {}),
    );
  const who = `'${ofB.p_officer}', '${ofB.readable}', false`;
  const none = `'${ofB.p_officer}', '{}', false`;
  assert.deepEqual(
    await ask(
      `select dossier_id from dossiers.work_of(${who}, '${ofB.units}', '{in-process,newly-accepted,to-accept}', null, false, null, null, null, null, null, 50, 0)`,
    ),
    [],
  );
  assert.deepEqual(
    await ask(
      `select code from dossiers.procedures_at_work(${who}, '${ofB.units}', '{in-process}', null, 50)`,
    ),
    [],
  );
  assert.deepEqual(
    await ask(`select counts, mine from dossiers.desk_of(${who}, '${ofB.units}', now(), now(), 50)`),
    [{ counts: [], mine: 0 }],
  );
  assert.deepEqual(await ask(`select id from dossiers.found_by_office(${none}, '{%minh%}', 50)`), []);
  // The one definer gives keys of what the units it is told of see, and these are judged again by the policies.
  assert.deepEqual(
    await ask(`select dossier_id from dossiers.find_for_office('{}', false, '{%minh%}', 50)`),
    [],
  );
  assert.deepEqual(
    await ask(
      `select d.id from dossiers.find_for_office('${ofB.units}', true, '{%minh%}', 50) f join dossiers.dossier d on d.home_unit = f.home_unit and d.id = f.dossier_id`,
    ),
    [],
  );
});
