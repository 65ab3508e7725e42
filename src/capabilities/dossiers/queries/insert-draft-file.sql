with touched as (
  update dossiers.draft set revision = revision + 1, updated_at = $now
  where person_id = $person and id = $id and dossier_id is null
  returning revision
), added as (
  insert into dossiers.draft_file (person_id, draft_id, id, demand, sha256, name, size, kind, added_at)
  select $person, $id, $file_id, $demand, $sha256, $name, $size, $kind, $now from touched
)
select revision from touched
