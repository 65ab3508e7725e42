with returned as (
  select d.id, max(r.code) as code
  from payments.difference d
  join payments.transfer t on t.unit_id = d.unit_id and t.credit = 'surplus' and t.kind = 'surplus' and t.evidence = d.reference
  left join payments.refund r on r.home_unit = t.home_unit and r.entry_id = t.id and r.state = 'paid'
  where d.marked = 'refund' and d.state <> 'closed' and d.kind like 'transfer-%'
  group by d.id, d.unit_id
  having count(r.id) > 0 and not exists (select from payments.surplus(d.unit_id) s where s.evidence = min(d.reference))),
gone as (
  update payments.difference d set state = 'closed', closed_at = $now, closed_how = 'by-itself'
  from returned x where d.id = x.id returning d.id, x.code)
insert into payments.difference_step (difference_id, n, at, kind, words)
select g.id, (select coalesce(max(s.n), 0) + 1 from payments.difference_step s where s.difference_id = g.id), $now, 'returned', 'HP' || g.code
from gone g returning difference_id
