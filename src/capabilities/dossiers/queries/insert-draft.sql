insert into dossiers.draft (person_id, id, procedure_code, procedure_version, channel, facts, answers, created_at, updated_at, expires_at)
values ($person, $id, $code, $version, $channel, $facts, $answers, $now, $now, $expires)
returning revision
