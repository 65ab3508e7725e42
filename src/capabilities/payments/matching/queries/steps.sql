select n, at, kind, actor_name, words from payments.difference_step where difference_id = $id order by n
