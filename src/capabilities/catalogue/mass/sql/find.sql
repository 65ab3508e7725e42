select m.id, m.reason, m.selection, m.change, m.made_by, m.made_at, m.approved_by, m.approved_at, m.effective_from,
  count(i.code)::int as procedures, count(i.draft_id)::int as drafts, (count(*) filter (where d.state = 'review'))::int as in_review,
  (count(*) filter (where d.state in ('approved', 'published')))::int as published
from catalogue.mass_change m
  left join catalogue.mass_change_item i on i.change_id = m.id
  left join catalogue.draft d on d.id = i.draft_id
where m.id = $id
group by m.id
