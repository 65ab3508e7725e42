insert into catalogue.national_remark (list_id, nth, code, field, action, reason, before, after)
select $list, r.nth, r.code, r.field, r.action, r.reason, r."from", r."to"
from jsonb_to_recordset($rows::jsonb) as r(nth integer, code text, field text, action text, reason text, "from" text, "to" text)
returning nth
