update payments.matching_run set done_at = $at, result = $result, lease = null where id = $id returning id
