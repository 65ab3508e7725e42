select q.n, d.person_id, d.id, d.procedure_code, d.procedure_version, d.channel, d.facts, d.answers, d.typed, d.receiver_unit, d.delivery,
  d.revision, d.updated_at, d.expires_at, d.home_unit, d.dossier_id, d.dossier_code, d.body_hash, d.altered, d.files
from jsonb_to_recordset($asked) as q(n integer, person uuid, id uuid)
cross join lateral dossiers.draft_in_full(q.person, q.id) d
