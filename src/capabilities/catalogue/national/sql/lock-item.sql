select code, change, name, live, differences, decision, outcome, draft_id, decided_at, record
from catalogue.national_item
where list_id = $list and code = $code
for update
