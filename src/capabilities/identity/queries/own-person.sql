select q.n, p.id, p.kind, p.personal_number, p.name, p.birth_date, p.sex, p.phone, p.email, p.address
from jsonb_to_recordset($asked) as q(n integer, person uuid)
cross join lateral identity.person_in_full(q.person) p
