with gone as (
  update payments.difference d set state = 'closed', closed_at = $now, closed_how = 'by-itself'
  where d.kind = $kind and d.gateway = $gateway and d.reference = $reference and d.state <> 'closed' returning d.id)
insert into payments.difference_step (difference_id, n, at, kind)
select g.id, (select coalesce(max(s.n), 0) + 1 from payments.difference_step s where s.difference_id = g.id), $now, 'gone' from gone g returning difference_id
