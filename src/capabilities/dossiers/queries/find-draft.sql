select d.person_id, d.id, d.procedure_code, d.procedure_version, d.channel, d.facts, d.answers, d.typed, d.receiver_unit, d.delivery,
  d.revision, d.updated_at, d.expires_at, d.home_unit, d.dossier_id, d.dossier_code, d.body_hash, d.altered,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'demand', f.demand, 'sha256', f.sha256, 'name', f.name, 'size', f.size,
      'kind', f.kind) order by f.id) from dossiers.draft_file f where f.person_id = d.person_id and f.draft_id = d.id), '[]') as files
from dossiers.draft d
where d.person_id = $person and d.id = $id
