delete from sessions.session where token_hash in (
  select token_hash from sessions.session
  where ends_at < to_timestamp($now::double precision / 1000) or idle_until < to_timestamp($now::double precision / 1000)
  limit $size)
returning true as gone
