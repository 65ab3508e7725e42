-- The promised date has passed and nobody apologised before it did.
select w.unit_id, w.list, w.home_unit, w.dossier_id, w.code,
  coalesce(d.due_date::text, (d.due_minute at time zone 'Asia/Ho_Chi_Minh')::date::text) as due
from dossiers.work w join dossiers.dossier d on d.home_unit = w.home_unit and d.id = w.dossier_id
where w.clock = 'running' and w.flags @> array['near-due'] and not w.flags && array['apologised', 'overdue-unannounced']
  and (w.due_date < $today::date or w.due_date is null and d.due_minute < to_timestamp($now::double precision / 1000))
limit $size
