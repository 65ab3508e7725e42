insert into dossiers.version_move (id, code, to_version, reason, ground, places, proposed_by, proposed_by_name, proposed_at)
values ($id, $code, $to_version, $reason, $ground, $places, $by, $by_name, $at)
on conflict (code) where state in ('weighing','proposed','approved') do nothing
returning id
