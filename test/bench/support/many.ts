import { withClient } from '#platform/db';
import type { Ground } from '../../faults/support/ground.ts';
import { officersOfHouse, unitsOfHouse } from '../../support/pages/cast.ts';
import { sameUser } from '../../support/prepare.ts';

/** Names as they are in the delta, so that a search meets many that are nearly alike. */
const surnames = [
  'nguyen',
  'tran',
  'le',
  'pham',
  'huynh',
  'vo',
  'dang',
  'bui',
  'danh',
  'chau',
  'neang',
  'do',
  'ngo',
  'duong',
];
const middles = ['van', 'thi', 'minh', 'ngoc', 'hoang', 'quoc', 'thanh', 'my', 'soc', 'huu', 'duc', 'kim'];
const given = [
  'an',
  'binh',
  'chi',
  'dung',
  'giang',
  'hanh',
  'khoa',
  'lan',
  'minh',
  'phuc',
  'suong',
  'vy',
  'kha',
  'oanh',
  'tuan',
];

/** What communes are asked for, the frequent ones more than once; as written and as search keeps it. */
const procedures = [
  ['Đăng ký khai sinh', 'dang ky khai sinh'],
  ['Đăng ký kết hôn', 'dang ky ket hon'],
  ['Đăng ký khai tử', 'dang ky khai tu'],
  ['Cấp Giấy xác nhận tình trạng hôn nhân', 'cap giay xac nhan tinh trang hon nhan'],
  ['Cấp bản sao trích lục hộ tịch', 'cap ban sao trich luc ho tich'],
  ['Cấp bản sao từ sổ gốc', 'cap ban sao tu so goc'],
  ['Đăng ký thường trú', 'dang ky thuong tru'],
  ['Đăng ký thường trú', 'dang ky thuong tru'],
  ['Đăng ký thành lập hộ kinh doanh', 'dang ky thanh lap ho kinh doanh'],
  ['Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'chung thuc ban sao tu ban chinh giay to van ban'],
  ['Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'chung thuc ban sao tu ban chinh giay to van ban'],
  ['Trợ cấp xã hội hằng tháng', 'tro cap xa hoi hang thang'],
  ['Cấp giấy phép xây dựng mới', 'cap giay phep xay dung moi'],
] as const;

const list = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(',')}]`;
const pick = (words: readonly string[], factor: number): string =>
  `(${list(words)})[1 + (n / ${factor}) % ${words.length}]`;

/**
 * A province's memory: so many dossiers, spread evenly over a hundred communes of which one is the officer's. In each
 * commune one in five is still open with its work row (of these one in six late, one in 25 the officer's own). Every one
 * is in the search, under the names of the procedures that are asked for most. Copies of one real dossier, made by the
 * database with triggers off, the index of the search built once at the end.
 * @param template a dossier that is being worked on in commune A.
 */
export async function manyDossiers(ground: Ground, template: string, count: number): Promise<void> {
  const { committeeA, centreA } = unitsOfHouse;
  const officer = officersOfHouse.get('officer:specialist@committeeA')?.id ?? '';
  await withClient(sameUser(ground.rootUrl, 'motcua'), async (client) => {
    await client.query(
      "set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off",
    );
    const { rows } = await client.query<{ made: string }>(
      "select pg_get_indexdef('dossiers.finder_words'::regclass) as made",
    );
    await client.query('drop index dossiers.finder_words');
    const step = 50_000;
    for (let from = 0; from < count; from += step) {
      const to = Math.min(count, from + step) - 1;
      await client.query(
        `with made as materialized (
           select n, gen_random_uuid() as id,
             case when n % 100 = 0 then '${centreA}'::uuid else ('10000000-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid end as home,
             case when n % 100 = 0 then '${committeeA}'::uuid else ('20000000-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid end as competent,
             'H01.9' || lpad((n % 100)::text, 2, '0') || '-' || to_char(date '2024-01-01' + (n % 900), 'YYMMDD') || '-' || lpad((n / 900)::text, 5, '0') as code,
             timestamptz '2024-01-01 01:00Z' + (n % 900) * interval '1 day' as at,
             now() - interval '5 days' + (n % 20011) * interval '2 minutes' as due,
             initcap(${pick(surnames, 1)} || ' ' || ${pick(middles, 3)} || ' ' || ${pick(given, 7)}) as name,
             ${pick(
               procedures.map(([name]) => name),
               11,
             )} as procedure, ${pick(
               procedures.map(([, folded]) => folded),
               11,
             )} as procedure_folded,
             (n / 100) % 5 = 0 as open
           from generate_series($2::int, $3::int) n),
         dossiers as (
           insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, person_id,
             identity_pending, applicant, owner_name, owner_folded, subject_number, helper_unit, competent_unit, holder_unit, seen_by, stage, status,
             step, money, delivery, submitted_at, accepted_at, due_minute, due_date, clock, finished_at, returned_at, state, seq)
           select m.home, m.id, m.code, t.secret, t.procedure_code, t.procedure_version, m.procedure, t.channel, null,
             false, t.applicant, m.name, lower(m.name), lpad((m.n::bigint * 7919 % 1000000000)::text, 12, '0'), m.home, m.competent, m.competent, array[m.home, m.competent],
             case when m.open then t.stage else 'returned' end, case when m.open then t.status else 10 end,
             t.step, t.money, t.delivery, m.at, m.at, m.due, m.due::date, case when m.open then 'running' else 'stopped' end,
             case when m.open then null else m.at end, case when m.open then null else m.at end, t.state, t.seq
           from made m, dossiers.dossier t where t.id = $1),
         acts as (
           insert into dossiers.act (home_unit, dossier_id, seq, kind, at, actor_kind, actor_id, actor_name, actor_unit, payload)
           select m.home, m.id, a.seq, a.kind, m.at, a.actor_kind, a.actor_id, a.actor_name, a.actor_unit, a.payload
           from made m, dossiers.act a where a.dossier_id = $1),
         finders as (
           insert into dossiers.finder (home_unit, dossier_id, code, seen_by, words, subject_number, submitted_at)
           select m.home, m.id, m.code, array[m.home, m.competent], lower(m.name) || ' ' || lower(m.code) || f.words || ' ' || m.procedure_folded,
             lpad((m.n::bigint * 7919 % 1000000000)::text, 12, '0'), m.at
           from made m, (select ' ' || procedure_code as words from dossiers.dossier where id = $1) f)
         insert into dossiers.work (unit_id, list, due_at, home_unit, dossier_id, officer_id, role, code, procedure_code, procedure_name, owner_name, channel,
           step_name, submitted_at, due_date, clock)
         select m.competent, w.list, m.due, m.home, m.id, case when n / 500 % 25 = 0 then '${officer}'::uuid
             when n / 500 % 25 < 15 then ('30000000-0000-7000-8000-' || lpad((n / 500 % 25)::text, 12, '0'))::uuid end, w.role, m.code, w.procedure_code, m.procedure, m.name, w.channel,
           w.step_name, m.at, m.due::date, 'running'
         from made m, dossiers.work w where w.dossier_id = $1 and m.open`,
        [template, from, to],
      );
    }
    await client.query(rows[0]?.made ?? '');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
}
