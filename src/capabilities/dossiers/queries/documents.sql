select id, demand, title, sha256, file_name, size, kind, source, originals, copies, seq, added_at, replaced_by, checked, note
from dossiers.document
where home_unit = $home_unit and dossier_id = $id
order by added_at, id
