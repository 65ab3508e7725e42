select d.person_id, d.id, d.procedure_code, d.procedure_version, d.channel, d.facts, d.answers, d.typed, d.receiver_unit, d.delivery,
  d.revision, d.updated_at, d.expires_at, d.home_unit, d.dossier_id, d.dossier_code, d.body_hash, d.altered,
  dossiers.draft_files_of(d.person_id, d.id) as files
from dossiers.draft_of($person, $id) d
