insert into messages.notice (person_id, id, at, kind, title, body, home_unit, dossier_id, dossier_code, paper, source)
values ($person, $id, to_timestamp($at::double precision / 1000), $kind, $title, $body, $home_unit, nullif($dossier::text, '')::uuid, nullif($code::text, ''), $paper, $source)
on conflict (person_id, source, kind) do nothing
returning id
