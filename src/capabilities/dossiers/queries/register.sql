select d.code, d.procedure_name, d.owner_name, d.applicant ->> 'phone' as phone, d.applicant ->> 'address' as address, d.channel, d.stage,
  (d.state ->> 'competent')::uuid as competent_unit, d.submitted_at, d.due_date, d.finished_at, d.returned_at
from dossiers.dossier d
where d.home_unit = any ($units::uuid[]) and d.submitted_at >= $from::timestamptz and d.submitted_at < $before::timestamptz
order by d.submitted_at, d.code
limit $size
