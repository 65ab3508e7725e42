select id, at, kind, title, body, home_unit, dossier_id, dossier_code, paper, read_at
from messages.notice
where person_id = $person
order by at desc, id desc
limit $size offset $from
