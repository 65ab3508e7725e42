update payments.shift set closed_at = to_timestamp($now::double precision / 1000), closed_by = $officer, closed_by_name = $name, expected = $expected,
  counted = $counted, pieces = $pieces, remark = $remark
where id = $id and closed_at is null
returning id
