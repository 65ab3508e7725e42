select d.home_unit, d.id from dossiers.dossier d
where d.stage = 'supplement' and d.state #>> '{supplement,until}' < $today and d.state #>> '{supplement,sentAt}' is null
  and (d.home_unit, d.id) > ($after_unit::uuid, $after_id::uuid)
order by d.home_unit, d.id limit $size
