select id, code, to_version, reason, ground, places, state, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at, done_at
from dossiers.version_move
where code = $code
order by state in ('weighing', 'proposed', 'approved') desc, proposed_at desc, id desc
limit 20
