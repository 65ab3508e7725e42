select i.code, i.change, i.name, i.live, i.differences, i.decision, i.outcome, i.draft_id, i.decided_at, i.record, l.read_by
from catalogue.national_item i join catalogue.national_list l on l.id = i.list_id
where i.list_id = $list and i.code = $code
for update of i
