insert into catalogue.mass_change (id, reason, selection, change, made_by, made_at)
values ($id, $reason, $selection, $change, $by, $at)
returning id
