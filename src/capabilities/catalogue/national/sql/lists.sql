select l.id, l.name, l.read_at, l.procedures, l.same, l.read_by,
  (count(*) filter (where i.change = 'new'))::int as new, (count(*) filter (where i.change = 'changed'))::int as changed,
  (count(*) filter (where i.change = 'gone'))::int as gone,
  (count(i.code) filter (where i.decision is null))::int as undecided
from catalogue.national_list l left join catalogue.national_item i on i.list_id = l.id
group by l.id
order by l.read_at desc, l.id
limit $size
