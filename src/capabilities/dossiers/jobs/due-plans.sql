select d.home_unit, d.id from dossiers.dossier d
where d.state #>> '{plan,wake}' is not null and (d.state #>> '{plan,wake}')::bigint <= $now::bigint
  and (d.home_unit, d.id) > ($after_unit::uuid, $after_id::uuid)
order by d.home_unit, d.id limit $size
