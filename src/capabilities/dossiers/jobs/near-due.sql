-- Running dossiers whose promised day is near, seen for the first time since their work rows were drawn.
select w.unit_id, w.list, w.home_unit, w.dossier_id, w.code,
  coalesce(d.due_date::text, (d.due_minute at time zone 'Asia/Ho_Chi_Minh')::date::text) as due
from dossiers.work w join dossiers.dossier d on d.home_unit = w.home_unit and d.id = w.dossier_id
where w.clock = 'running' and not w.flags && array['near-due', 'overdue-unannounced'] and w.list <> 'opinions'
  and (w.due_date <= $horizon::date or w.due_date is null and w.due_at <= to_timestamp($until::double precision / 1000)
    and d.due_minute <= to_timestamp($until::double precision / 1000))
limit $size
