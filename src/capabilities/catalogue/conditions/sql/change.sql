update catalogue.duty
set kind = $kind, name = $name, ground = $ground, field = $field, who = $who, recipient = $recipient, frequency = $frequency,
  form = $form, procedures = $procedures, note = $note, revision = revision + 1, changed_by = $by, changed_at = $at
where id = $id
returning revision
