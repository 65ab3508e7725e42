update identity.officer o set name = r.name, name_folded = r.folded, email = r.email, title = r.title, active = true, version = version + 1
from jsonb_to_recordset($rows::jsonb) as r(id uuid, name text, folded text, email text, title text)
where o.id = r.id
returning o.id
