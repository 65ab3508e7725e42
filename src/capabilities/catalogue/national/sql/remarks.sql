select nth, code, field, action, reason, before, after
from catalogue.national_remark
where list_id = $list and ($reason::text is null or reason = $reason)
order by nth
offset $skip
limit $size
