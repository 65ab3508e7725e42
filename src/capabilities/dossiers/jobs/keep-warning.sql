insert into dossiers.warning (home_unit, dossier_id, kind, due, at)
values ($home_unit, $dossier_id, $kind, $due, to_timestamp($now::double precision / 1000))
on conflict do nothing
returning kind
