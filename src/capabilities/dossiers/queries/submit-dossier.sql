-- In the order of the drafts, so that two statements with the same drafts never wait for each other.
select q.n, s.outcome, s.home_unit, s.dossier_id, s.code
from (select * from jsonb_to_recordset($asked) as a(n integer, person uuid, draft uuid, revision integer, hash text, body jsonb)
  order by a.draft, a.n) q
cross join lateral dossiers.submit(q.person, q.draft, q.revision, q.hash, q.body) s
