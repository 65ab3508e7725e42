select l.id, l.name, l.read_at, l.procedures, l.same, l.read_by, l.counts,
  (count(*) filter (where i.change = 'new'))::int as new, (count(*) filter (where i.change = 'changed'))::int as changed,
  (count(*) filter (where i.change = 'gone'))::int as gone,
  (count(i.code) filter (where i.decision is null))::int as undecided, l.report
from catalogue.national_list l left join catalogue.national_item i on i.list_id = l.id
where l.id = $id
group by l.id
