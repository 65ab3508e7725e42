update catalogue.decentralisation
set told = coalesce(told, 0) + $told, carried_out_at = $at::timestamptz
where id = $id and carried_out_at is null
returning told
