insert into catalogue.announced (announcement, code, what, version)
select $id::uuid, r.code, r.what, r.version
from jsonb_to_recordset($rows::jsonb) as r(code text, what text, version integer)
returning code
