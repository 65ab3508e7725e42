select id, content, note, made_at from calendar.edition where id = $id
