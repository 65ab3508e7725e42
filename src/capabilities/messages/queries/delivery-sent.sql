update messages.delivery set state = 'sent', sent_at = to_timestamp($now::double precision / 1000), leased_until = null, failure = null
where id = $id and state = 'waiting'
returning id
