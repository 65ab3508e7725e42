select w.list, count(*)::int as count,
  count(*) filter (where w.due_at < $now::timestamptz)::int as overdue,
  count(*) filter (where w.due_at >= $now::timestamptz and w.due_at < $soon::timestamptz)::int as soon
from dossiers.work w
where w.unit_id = any ($units::uuid[])
group by w.list
