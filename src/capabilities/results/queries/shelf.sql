select id, kind, title, number, issuer_name, issued_at, home_unit, dossier_id, dossier_code, state, placed_at
from results.shelf
where person_id = $person
order by issued_at desc, id desc
