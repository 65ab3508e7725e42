select id, at, actor_kind, actor_id, actor_unit, action, subject, details
from audit.entry
where split_part(action, '.', 1) = any ($rooms::text[]) and action <> 'officer.sign-in'
  and at >= to_timestamp($since::double precision / 1000)
  and ($only::text is null or action = $only or action like $only || '.%')
order by at desc, id desc
limit $size
