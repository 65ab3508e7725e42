-- A revoked result stays revoked; a replaced one can still be revoked, and is not replaced twice.
insert into results.event (home_unit, dossier_id, result_id, seq, kind, ground, replaced_by, at, actor_kind, actor_id, actor_name, actor_unit)
select r.home_unit, r.dossier_id, r.id, coalesce(e.seq, 0) + 1, $kind, $ground, $replaced_by, to_timestamp($at::double precision / 1000),
  'officer', $actor, $actor_name, $actor_unit
from results.result r
left join lateral (select x.seq, x.kind from results.event x where x.home_unit = r.home_unit and x.dossier_id = r.dossier_id and x.result_id = r.id
  order by x.seq desc limit 1) e on true
where r.home_unit = $home_unit and r.dossier_id = $dossier and r.id = $id and (e.kind is null or (e.kind = 'replaced' and $kind = 'revoked'))
on conflict do nothing
returning seq
