select code, change, name, live, differences, decision, outcome, draft_id, decided_at
from catalogue.national_item
where list_id = $list and ($change::text is null or change = $change) and (not $open or decision is null)
order by live desc, change, code
offset $skip
limit $size
