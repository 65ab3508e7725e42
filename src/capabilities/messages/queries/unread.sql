select count(*) as unread from messages.notice where person_id = $person and read_at is null
