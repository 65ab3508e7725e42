select kind, code, from_version, why, outcome, due_before, due_after
from dossiers.version_move_item
where move_id = $move
order by kind, (why <> '[]') desc, code
limit $size
