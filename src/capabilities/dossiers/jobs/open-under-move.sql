select d.home_unit, d.id
from dossiers.dossier d
where d.procedure_code = any ($codes::text[])
  and d.stage in ('submitted', 'accepted', 'in-process', 'supplement', 'financial', 'withdrawal', 'paused')
  and not exists (select from dossiers.act a where a.home_unit = d.home_unit and a.dossier_id = d.id
    and a.kind = 'authority-moved' and a.payload ->> 'move' = $move)
  and (d.home_unit, d.id) > ($after_unit::uuid, $after_id::uuid)
order by d.home_unit, d.id limit $size
