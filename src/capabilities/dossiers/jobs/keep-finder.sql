insert into dossiers.finder (home_unit, dossier_id, code, seen_by, words, subject_number, submitted_at)
select d.home_unit, d.id, d.code, d.seen_by, $words, d.subject_number, d.submitted_at
from dossiers.dossier d where d.home_unit = $home_unit and d.id = $id
on conflict (home_unit, dossier_id) do update set seen_by = excluded.seen_by, words = excluded.words, subject_number = excluded.subject_number
where (dossiers.finder.seen_by, dossiers.finder.words, dossiers.finder.subject_number)
  is distinct from (excluded.seen_by, excluded.words, excluded.subject_number)
returning dossier_id
