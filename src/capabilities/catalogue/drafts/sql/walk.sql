with taken as (
  delete from catalogue.draft_step s using catalogue.draft d
  where d.id = $id and s.draft_id = d.id and s.nth = d.step + $way::integer
  returning s.content, s.nth
), kept as (
  insert into catalogue.draft_step (draft_id, nth, content, left_by, left_at)
  select d.id, d.step, d.content, $author::uuid, $at::timestamptz from catalogue.draft d, taken where d.id = $id
)
update catalogue.draft d
set content = taken.content, step = taken.nth, revision = d.revision + 1, changed_at = $at,
  authors = case when $author::uuid = any (d.authors) then d.authors else d.authors || $author::uuid end
from taken
where d.id = $id
returning d.revision
