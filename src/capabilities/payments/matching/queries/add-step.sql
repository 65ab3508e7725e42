insert into payments.difference_step (difference_id, n, at, kind, actor_id, actor_name, words)
select $id, coalesce(max(s.n), 0) + 1, $at, $kind, $actor, $actor_name, $words from payments.difference_step s where s.difference_id = $id
returning n
