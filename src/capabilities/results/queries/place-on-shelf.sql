-- A shelf holds what may be used again: what was granted, not what was refused.
insert into results.shelf (person_id, id, kind, title, number, issuer_name, issued_at, home_unit, dossier_id, dossier_code, state, placed_at)
select $person, r.id, r.kind, r.title, r.number, r.issuer_name, r.issued_at, r.home_unit, r.dossier_id, $code, r.state,
  to_timestamp($now::double precision / 1000)
from results.result r
where r.home_unit = $home_unit and r.dossier_id = $dossier and r.outcome = 'granted'
on conflict (person_id, id) do update set state = excluded.state
returning id
