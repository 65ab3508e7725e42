insert into identity.officer (id, issuer_subject, personal_number, name, name_folded, email, title, created_at)
select r.id, r.account, r.number, r.name, r.folded, r.email, r.title, to_timestamp($now::double precision / 1000)
from jsonb_to_recordset($rows::jsonb) as r(id uuid, account text, number text, name text, folded text, email text, title text)
order by r.number
on conflict do nothing
returning id
