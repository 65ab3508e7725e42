select p.code, p.version, p.name, p.field, p.published_at, p.valid_from, d.number as decision, d.decided_on
from catalogue.procedure p
left join lateral (
  select a.number, a.decided_on from catalogue.announced i join catalogue.announcement a on a.id = i.announcement
  where i.code = p.code and i.version = p.version
  order by a.decided_on desc
  limit 1) d on true
where not p.internal and (p.national ->> 'isPublic')::boolean and (p.version > 1 or p.published_by is not null)
order by p.published_at desc, p.code
limit $most
