with touched as (
  update dossiers.draft set revision = revision + 1, updated_at = $now
  where person_id = $person and id = $id and dossier_id is null
  returning revision
), removed as (
  delete from dossiers.draft_file where person_id = $person and draft_id = $id and id = $file_id and exists (select from touched)
)
select revision from touched
