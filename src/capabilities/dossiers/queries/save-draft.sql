update dossiers.draft
set answers = (answers - $clear::text[]) || $set::jsonb,
  typed = jsonb_strip_nulls(typed || $typed::jsonb),
  facts = facts || $facts::jsonb,
  receiver_unit = coalesce($receiver::uuid, receiver_unit),
  delivery = delivery || $delivery::jsonb,
  revision = revision + 1,
  updated_at = $now,
  expires_at = $expires
where person_id = $person and id = $id and dossier_id is null
  and ($unless_sent::text is null or typed -> $unless_sent::text is distinct from '{}'::jsonb)
returning revision
