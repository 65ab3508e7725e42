select d.home_unit, d.id from dossiers.dossier d
where d.procedure_code = $code and d.procedure_version <> $to_version and d.stage not in ('returned', 'stopped', 'declined')
  and (d.home_unit, d.id) > ($after_unit::uuid, $after_id::uuid)
order by d.home_unit, d.id limit $size
