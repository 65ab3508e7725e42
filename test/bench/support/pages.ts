import { type Spread, spread } from './figures.ts';
import { type Loaded, requestText } from './load.ts';
import { type Bench, type PageRound, pageRounds } from './rounds.ts';
import { procedure } from './scene.ts';

export interface PageFigures {
  readonly name: string;
  readonly perSecond: Spread;
  readonly p95: Spread;
  readonly ofSql: Spread;
  readonly ofBare: Spread;
}

const figures = (name: string, rounds: readonly PageRound[]): PageFigures => ({
  name,
  perSecond: spread(rounds.map(({ page }) => page.perSecond)),
  p95: spread(rounds.map(({ page }) => page.p95)),
  ofSql: spread(rounds.map(({ page, sql, loop }) => page.perSecond / (sql ?? loop))),
  ofBare: spread(rounds.map(({ page, bare }) => page.perSecond / bare)),
});

/** What people type: with and without accents, misspelt, by everyday words. */
const wishes = [
  'khai sinh',
  'dang ky ket hon',
  'giấy phép xây dựng',
  'thuong tru',
  'ho kinh doanh',
  'ly lich tu phap',
  'dang ki khai sing',
  'đất đai',
  'xac nhan tinh trang hon nhan',
  'chứng thực bản sao',
];

/** Look-ups of dossiers all over the table, against the SQL alone and a constant of the same size, at 8 and 32 clients. */
export async function tracking(bench: Bench): Promise<readonly PageFigures[]> {
  const { ground, note } = bench;
  note('tracking');
  const kept = 2000;
  const lookUps = await bench.lookUps(kept);
  await ground.sql('create schema if not exists bench');
  await ground.sql('drop table if exists bench.codes');
  await ground.sql(
    `create table bench.codes as select row_number() over (order by id)::int as n, code, secret from
       (select id, code, secret from dossiers.dossier order by id limit ${kept}) d`,
  );
  await ground.sql('alter table bench.codes add primary key (n)');
  await ground.sql('analyze bench.codes');
  const track = {
    // What the product asks, for one.
    text: `select t.found from bench.codes c cross join lateral
      dossiers.track_all(jsonb_build_array(jsonb_build_object('n', 0, 'code', c.code, 'secret', c.secret))) t where c.n = :n`,
    most: lookUps.length,
  };
  const rounds = (clients: number) => pageRounds(bench, lookUps, track, clients, /mc-road-dot/);
  return [figures('tracking look-up', await rounds(8)), figures('tracking, 32 clients', await rounds(32))];
}

/** A procedure and search, each against its SQL alone and a constant of the same size, at 8 clients. */
export async function publicPages(bench: Bench): Promise<readonly PageFigures[]> {
  const { host, note } = bench;
  note('procedure pages');
  const page = requestText('GET', `/thu-tuc/${procedure}`, { host });
  const current = {
    text: `select code, version, name, field, levels, live, internal, national, definition, published_at, valid_from
      from catalogue.procedure where code = '${procedure}' and replaced_at is null and :n > 0`,
    most: 10,
  };
  const procedures = figures('procedure page', await pageRounds(bench, [page], current, 8));

  note('search');
  const searches = wishes.map((wish) =>
    requestText('GET', `/thu-tuc?q=${encodeURIComponent(wish)}`, { host }),
  );
  const like = {
    text: `select code, name from catalogue.procedure where name_folded like '%khai%' and name_folded like '%sinh%'
      and replaced_at is null and :n > 0 order by name_folded limit 20`,
    most: 10,
  };
  return [procedures, figures('search', await pageRounds(bench, searches, like, 8))];
}

/** The list an officer works from, and the search over everything he may see, among so many dossiers. */
export async function officePages(
  bench: Bench,
): Promise<readonly { name: string; loaded: readonly Loaded[] }[]> {
  const { host, generator, plan, port, note } = bench;
  const { cookie } = await bench.officer();
  const look = (url: string): string => requestText('GET', url, { host, cookie });
  const pages = {
    'work list': [
      look('/mot-cua/viec/dang-xu-ly'),
      look('/mot-cua/viec/dang-xu-ly?trang=2'),
      look('/mot-cua/viec/qua-han'),
    ],
    desk: [look('/mot-cua')],
    'office search': ['nguyen van an', 'tran thi lan', 'danh soc kha', 'le minh'].map((words) =>
      look(`/mot-cua/tim?q=${encodeURIComponent(words)}`),
    ),
  };
  const measured = [];
  for (const [name, requests] of Object.entries(pages)) {
    note(name);
    const job = { port, clients: 8, requests, total: Number.MAX_SAFE_INTEGER, seconds: plan.seconds };
    await generator.run({ ...job, seconds: 1 }, 200);
    const loaded: Loaded[] = [];
    for (let round = 0; round < plan.rounds; round++) loaded.push(await generator.run(job, 200));
    measured.push({ name, loaded });
  }
  return measured;
}
