insert into payments.shift (unit_id, id, officer_id, officer_name, opened_at, float_amount, by_itself)
values ($unit, $id, $officer, $name, to_timestamp($now::double precision / 1000), $float, $by_itself)
on conflict (unit_id, officer_id) where closed_at is null do nothing
returning unit_id, id, officer_id, officer_name, opened_at, float_amount, by_itself, closed_at, closed_by_name, expected, counted, pieces, remark
