with moved as (
  select m.home_unit, m.dossier_id, m.charge_id from payments.v_charge_moved m
  where m.day between $from and $to and m.at >= $from::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and m.at < $before
), looked as (
  select home_unit, dossier_id, charge_id from moved
  union
  select c.home_unit, c.dossier_id, c.id from payments.v_charge c where c.state = 'owed' or c.id = any ($also::uuid[])
), said as (
  select c.home_unit, c.dossier_id, c.id, c.dossier_code, c.name, c.payee, c.state as books,
    case when f.fee is null then 'none' when f.fee ? 'voided' then 'void' when f.fee ? 'refunded' then 'refunded' when f.fee ? 'paid' then 'paid'
      when f.fee ? 'exempt' then 'exempt' else 'owed' end as dossier
  from looked l join payments.v_charge c on c.home_unit = l.home_unit and c.dossier_id = l.dossier_id and c.id = l.charge_id
  join dossiers.dossier d on d.home_unit = c.home_unit and d.id = c.dossier_id
  left join lateral (select e.fee from jsonb_array_elements(d.state -> 'fees') e(fee) where e.fee ->> 'id' = c.fee limit 1) f on true
)
select case when s.dossier in ('owed', 'none') then 'not-told' else 'told-only' end as kind, s.home_unit, s.dossier_id, s.id as charge, s.dossier_code, s.name,
  s.payee, b.day, s.books, s.dossier
from said s
cross join lateral (select max(m.day) as day, max(m.at) as at from payments.v_charge_moved m
  where m.home_unit = s.home_unit and m.dossier_id = s.dossier_id and m.charge_id = s.id) b
where s.books <> s.dossier and b.at < $before
order by b.day, s.id limit 5000
