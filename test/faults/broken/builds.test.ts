import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aCopy, type Patch, runIn } from '../support/copy.ts';

/** A build broken on purpose, the row that must notice it, and what that row must say. */
interface Broken {
  readonly what: string;
  readonly patches: readonly Patch[];
  readonly file: string;
  readonly row: string;
  readonly says: RegExp;
}

const submitSql = 'database/migrations/0050_charges_of_submissions.sql';
const moneySql = 'database/migrations/0049_payments.sql';

const builds: readonly Broken[] = [
  {
    what: 'no idempotency check',
    patches: [
      {
        file: submitSql,
        find: ' and x.dossier_id is null and x.revision = a.revision',
        replace: '',
      },
      {
        file: 'src/capabilities/dossiers/commands/submit-dossier.ts',
        find: '  if (draft.dossier_id) return submittedBefore(ctx, actor, draft, shownHash);\n',
        replace: '',
      },
    ],
    file: 'races.test.ts',
    row: 'E1',
    says: /I2|!== 1|dossiers/,
  },
  {
    what: 'row-level security off',
    patches: [
      {
        file: 'database/migrations/0001_ground.sql',
        find: "  execute format('alter table %s enable row level security', relation);\n  execute format('alter table %s force row level security', relation);",
        replace: "  execute format('alter table %s disable row level security', relation);",
      },
    ],
    file: 'access.test.ts',
    row: 'S2',
    says: /reads (dossiers|identity|messages|results|feedback)\./,
  },
  {
    what: 'an act outside the transaction of its dossier',
    patches: [
      {
        file: submitSql,
        find: `
    insert into dossiers.act (home_unit, dossier_id, seq, kind, at, actor_kind, actor_id, actor_name, actor_unit, payload)
    select a.home, a.id, r.seq, r.kind, r.at, r.actor_kind, r.actor_id, r.actor_name, r.actor_unit, r.payload
    from unnest(homes, ids, bodies) as a(home, id, body)
    cross join lateral jsonb_to_recordset(a.body -> 'acts') as r(seq integer, kind text, at timestamptz, actor_kind text, actor_id uuid, actor_name text,
      actor_unit uuid, payload jsonb);`,
        replace: '',
      },
      {
        file: 'src/capabilities/dossiers/commands/submit-dossier.ts',
        find: "  if (answer.outcome === 'changed') return refused({ code: 'draft-changed' });",
        replace: `  if (answer.outcome === 'new')
    await ctx.db.transact({ kind: 'citizen', person: actor.person }, (transactor) =>
      transactor.rows(
        {
          name: 'broken.acts',
          text: "insert into dossiers.act select * from jsonb_populate_recordset(null::dossiers.act, $1::jsonb) returning seq",
          order: ['acts'],
          row: { parse: (row: unknown) => row } as never,
        },
        { acts: JSON.stringify(rows.acts) },
      ),
    );
  if (answer.outcome === 'changed') return refused({ code: 'draft-changed' });`,
      },
    ],
    file: 'cuts.test.ts',
    row: 'A5',
    says: /I3|I5/,
  },
  {
    what: 'a missing lock',
    patches: [
      { file: 'src/capabilities/dossiers/queries/lock-dossier.sql', find: 'for update of d', replace: '' },
    ],
    file: 'races.test.ts',
    row: 'E2',
    says: /changed by somebody else|changed-meanwhile/,
  },
  {
    what: 'a pause that does not stop the clock',
    patches: [
      {
        file: 'src/capabilities/dossiers/rules/fold.ts',
        find: '  paused: (state, act) => ({\n    ...stopClock(state, act),',
        replace: '  paused: (state, act) => ({\n    ...state,',
      },
    ],
    file: 'time.test.ts',
    row: 'A14',
    says: /I6/,
  },
  {
    what: 'two live sessions for one fee',
    patches: [
      {
        file: moneySql,
        find: 'create unique index session_line_live',
        replace: 'create index session_line_live',
      },
      { file: moneySql, find: ' and l.charge_id = any (wanted) and l.live', replace: ' and false' },
    ],
    file: 'money.test.ts',
    row: 'B7',
    says: /differ|the sum of|fees|in two live sessions|what people paid/,
  },
  {
    what: 'an older word of a gateway taken for a newer one',
    patches: [
      {
        file: 'src/capabilities/payments/rules/take-record.ts',
        find: '  if (asked <= session.told) return noChange;\n',
        replace: '',
      },
      {
        file: moneySql,
        find: ' and s.bookings = x.was and s.told <= x.told',
        replace: ' and s.bookings = x.was',
      },
      // Nothing is asked again once it was told.
      {
        file: moneySql,
        find: "where s.reference = p ->> 'reference' and s.gateway = p ->> 'gateway';\n  return found;",
        replace: 'where false;\n  return true;',
      },
    ],
    file: 'money.test.ts',
    row: 'B3',
    says: /orders differ/,
  },
  {
    what: 'a seal that is not compared',
    patches: [
      {
        file: 'src/integrations/national-payment/wire/seal.ts',
        find: 'return own.length === theirs.length && timingSafeEqual(own, theirs);',
        replace: 'return own.length === theirs.length || timingSafeEqual(own, own);',
      },
    ],
    file: 'money.test.ts',
    row: 'B4',
    says: /notEqual|200/,
  },
  {
    what: 'witnesses that nobody counts',
    patches: [
      {
        file: 'src/platform/tlog/proof-file.ts',
        find: 'if (witnessesOf(opened.value.note, policy.witnesses).length < policy.least)',
        replace: 'if (policy.least < 0)',
      },
    ],
    file: 'log.test.ts',
    row: 'S12',
    says: /believed/,
  },
  {
    what: 'a proof that is taken for any paper',
    patches: [
      {
        file: 'src/capabilities/public-log/carried.ts',
        find: 'return fileIn(judged.value) === sha256',
        replace: 'return sha256.length > 0',
      },
    ],
    file: 'results.test.ts',
    row: 'S8',
    says: /(paper|another|exchanged): (good|careful)/,
  },
];

// A suite that passes a broken build is worthless. Two at a time, each in a copy and on a database of its own.
describe('broken builds', { concurrency: 2 }, () => {
  for (const { what, patches, file, row, says } of builds)
    it(`${what} is caught by ${row}`, { timeout: 240_000 }, async () => {
      const copy = aCopy(patches);
      try {
        const ran = await runIn(copy.folder, file, row, 200_000);
        const said = `${ran.output}\n${ran.errors}`;
        assert.ok(!ran.overBudget, `the copy did not end: ${said.slice(-1500)}`);
        assert.match(ran.output, new RegExp(`# Subtest: ${row}:`), `${row} ran: ${said.slice(-1500)}`);
        assert.notEqual(ran.code, 0, `${row} passed on a build with ${what}`);
        assert.match(said, says, `${row} failed for another reason: ${said.slice(-2500)}`);
      } finally {
        copy.remove();
      }
    });
});
