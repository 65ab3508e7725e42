select id from signing.seal
where unit_id = $unit
order by added_at desc, id desc limit 1
