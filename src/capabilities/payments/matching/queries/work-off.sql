update payments.difference d set state = $state, officer_id = $officer, officer_name = $officer_name, marked = coalesce($marked, d.marked),
  closed_at = case when $state = 'closed' then $at::timestamptz end, closed_how = case when $state = 'closed' then 'by-hand' end
where d.id = $id returning d.id
