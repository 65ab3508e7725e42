select d.home_unit, d.id from dossiers.dossier d
where d.stage = 'in-process' and d.state #>> '{result,shown,until}' is not null and d.state #>> '{result,confirmed}' is null
  and (d.state #>> '{result,shown,until}')::bigint < $now::bigint and d.state #>> '{result,disputed}' is null
  and (d.home_unit, d.id) > ($after_unit::uuid, $after_id::uuid)
order by d.home_unit, d.id limit $size
