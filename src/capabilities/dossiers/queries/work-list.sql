select w.home_unit, w.dossier_id, w.unit_id, w.list, w.due_at, w.officer_id, w.role, w.code, w.procedure_code, w.procedure_name,
  w.owner_name, w.channel, w.step_name, w.submitted_at, w.due_date, w.clock, w.flags, w.waits_for
from dossiers.work w
where w.unit_id = any ($units::uuid[])
  and ($list::text is null or w.list = $list)
  and ($officer::uuid is null or w.officer_id = $officer)
  and ($procedure::text is null or w.procedure_code = $procedure)
  and ($channel::text is null or w.channel = $channel)
  and ($flag::text is null or $flag = any (w.flags))
  and ($due_before::timestamptz is null or w.due_at < $due_before)
  and ($due_from::timestamptz is null or w.due_at >= $due_from)
order by w.due_at, w.dossier_id
limit $size offset $skip
