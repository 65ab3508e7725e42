select seq, kind, at, actor_kind, actor_id, actor_name, actor_unit, payload
from dossiers.act
where home_unit = $home_unit and dossier_id = $id
order by seq
