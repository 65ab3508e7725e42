update catalogue.draft
set content = before, before = content, revision = revision + 1, changed_at = $at,
  authors = case when $author::uuid = any (authors) then authors else authors || $author::uuid end
where id = $id and before is not null
returning revision
