update identity.officer o set personal_number = r.number
from jsonb_to_recordset($rows::jsonb) as r(id uuid, number text)
where o.id = r.id
returning o.id
