delete from dossiers.draft t using (
  select person_id, id from dossiers.draft
  where dossier_id is null and expires_at < to_timestamp($now::double precision / 1000)
  order by expires_at limit $size for update skip locked) old
where t.person_id = old.person_id and t.id = old.id
returning t.id
