with was as (
  select id, step, content from catalogue.draft where id = $id and content <> $content::jsonb
), kept as (
  insert into catalogue.draft_step (draft_id, nth, content, left_by, left_at)
  select id, step, content, $author::uuid, $at::timestamptz from was
), forgotten as (
  delete from catalogue.draft_step s using was where s.draft_id = was.id and (s.nth > was.step or s.nth <= was.step - $most::integer)
)
update catalogue.draft
set content = $content, step = step + (select count(*) from was)::integer, revision = revision + 1, changed_at = $at,
  authors = case when $author::uuid = any (authors) then authors else authors || $author::uuid end
where id = $id
returning revision
