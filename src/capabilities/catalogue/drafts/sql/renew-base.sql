update catalogue.draft
set based_on = $based_on, revision = revision + 1, changed_at = $at,
  authors = case when $author::uuid = any (authors) then authors else authors || $author::uuid end
where id = $id
returning revision
