with marked as (
  select d.id, d.kind, d.reference, d.day, d.dossier_code, d.details, d.there, d.here, d.session_id, d.unit_id,
    array(select u from unnest(array[d.unit_id, d.kept_by]) u where u = any ($units::uuid[])) as units
  from payments.difference d
  where d.marked = 'refund' and d.state <> 'closed' and (d.unit_id = any ($units::uuid[]) or d.kept_by = any ($units::uuid[]))
  order by d.day, d.id limit 200),
held as (
  select u.unit, s.id, s.at, s.amount from (select distinct unnest(m.units) as unit from marked m) u cross join lateral payments.surplus(u.unit) s),
brought as (
  select m.id as item, t.home_unit, t.id as entry, t.unit_id, h.amount, h.at
  from marked m
  join payments.transfer t on t.unit_id = any (m.units) and t.credit = 'surplus' and t.kind = 'surplus'
    and case when m.session_id is null then t.evidence = m.reference else t.session_id = m.session_id end
  left join held h on h.id = t.id)
select m.id, m.kind, m.reference, m.day, m.dossier_code, m.details, coalesce(b.unit_id, m.unit_id) as unit_id,
  coalesce(b.amount, r.amount, nullif(greatest(m.there - m.here, 0), 0), m.there) as amount, b.entry, r.code as refund, r.state as refund_state
from marked m
left join lateral (select x.unit_id, x.entry, x.amount from brought x where x.item = m.id and x.amount is not null order by x.at limit 1) b on true
left join lateral (
  select f.code, f.state, f.amount from brought x join payments.refund f on f.home_unit = x.home_unit and f.entry_id = x.entry
  where x.item = m.id and f.state in ('asked', 'approved', 'paid') and (b.entry is null or f.entry_id = b.entry)
  order by f.asked_at desc limit 1) r on true
order by m.day, m.id
