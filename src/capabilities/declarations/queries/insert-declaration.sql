insert into declarations.declaration (person_id, id, draft_id, receiver_unit, body_hash, content, signed, others, made_at)
values ($person, $id, $draft, $receiver, $hash, $content, $signed, $others, to_timestamp($at::double precision / 1000)) returning id
