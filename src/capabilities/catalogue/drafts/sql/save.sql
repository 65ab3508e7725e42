update catalogue.draft
set content = $content, before = content, revision = revision + 1, changed_at = $at,
  authors = case when $author::uuid = any (authors) then authors else authors || $author::uuid end
where id = $id
returning revision
