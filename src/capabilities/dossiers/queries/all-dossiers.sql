select d.home_unit, d.id, d.code, d.state, d.seq, d.stage, d.status, d.money, d.delivery, d.clock, d.holder_unit, d.seen_by, d.step,
  d.due_date, d.due_minute, d.accepted_at, d.step_due, d.assignee, d.finished_at, d.returned_at, d.identity_pending, d.procedure_code, d.procedure_version
from dossiers.dossier d
where (d.home_unit, d.id) > ($home_unit::uuid, $id::uuid)
order by d.home_unit, d.id
limit $size
