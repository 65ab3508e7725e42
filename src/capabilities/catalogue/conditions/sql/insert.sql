insert into catalogue.duty (id, kind, name, ground, field, who, recipient, frequency, form, procedures, note, source, changed_by, changed_at)
values ($id, $kind, $name, $ground, $field, $who, $recipient, $frequency, $form, $procedures, $note, $source, $by, $at)
on conflict (id) do nothing
returning id
