select unit_id, id, officer_id, officer_name, opened_at, float_amount, by_itself, closed_at, closed_by_name, expected, counted, pieces, remark
from payments.shift
where unit_id = any ($units::uuid[])
order by closed_at is not null, opened_at desc, id
limit $most
