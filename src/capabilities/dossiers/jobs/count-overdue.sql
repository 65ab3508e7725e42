select count(*)::integer as overdue from dossiers.work w
where w.clock = 'running' and w.list <> 'opinions'
  and (w.due_date < $today::date or w.due_date is null and w.due_at < to_timestamp($now::double precision / 1000))
