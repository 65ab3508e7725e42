select id, content, note, made_at from calendar.edition order by id desc limit 1
