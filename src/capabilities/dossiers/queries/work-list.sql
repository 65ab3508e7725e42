select w.home_unit, w.dossier_id, w.unit_id, w.list, w.due_at, w.officer_id, w.role, w.code, w.procedure_code, w.procedure_name,
  w.owner_name, w.channel, w.step_name, w.submitted_at, w.due_date, w.clock, w.flags, w.waits_for
from dossiers.work_of($asker::uuid, $readable::uuid[], $everywhere, $units::uuid[], $lists::text[], $officer::uuid, $unassigned,
  $procedure::text, $channel::text, $flag::text, $due_from::timestamptz, $due_before::timestamptz, $size::integer, $skip::integer) w
