update dossiers.draft set procedure_version = $to_version, revision = revision + 1,
  facts = facts || jsonb_build_object('moved', jsonb_build_object('to', $to_version::integer, 'reason', $reason::text))
where person_id = $owner and id = $id and procedure_version = $from_version and dossier_id is null
returning id
