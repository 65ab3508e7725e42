select id, at, actor_kind, actor_id, actor_unit, action, subject, details
from audit.entry
where split_part(action, '.', 1) = any ($rooms::text[]) and action <> 'officer.sign-in'
  and at >= to_timestamp($since::double precision / 1000)
  and ($action::text is null or action = $action or action like $action || '.%')
order by at desc, id desc
limit $size
