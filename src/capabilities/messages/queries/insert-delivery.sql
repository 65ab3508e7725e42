insert into messages.delivery (id, person_id, channel, address, subject, body, kind, dossier_code, created_at, source)
values ($id, $person, 'email', $address, $subject, $body, $kind, $code, to_timestamp($now::double precision / 1000), $source)
on conflict (source, channel, address, kind) do nothing
returning id
