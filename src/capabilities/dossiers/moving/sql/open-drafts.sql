select f.person_id, f.id, f.procedure_version, f.channel, f.facts, f.answers from dossiers.draft f
where f.procedure_code = $code and f.procedure_version <> $to_version and f.dossier_id is null and f.expires_at > $now
  and (f.person_id, f.id) > ($after_person::uuid, $after_id::uuid)
order by f.person_id, f.id limit $size
