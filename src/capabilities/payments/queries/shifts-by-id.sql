select unit_id, id, officer_id, officer_name, opened_at, float_amount, by_itself, closed_at, closed_by_name, expected, counted, pieces, remark
from payments.shift where id = any ($ids::uuid[])
