select id, note, made_by, made_at from calendar.edition order by id desc
