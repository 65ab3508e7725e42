select kind, (kind = 'draft' or why = '[]') as can, outcome, count(*)::int as count
from dossiers.version_move_item
where move_id = $move
group by 1, 2, 3
