select r.id, r.code, coalesce(p.name, r.code) as name, r.programme_id, r.kind, r.into_code, r.title, r.text, r.before, r.after, r.state,
  r.decision, r.effective_from, r.revision, r.proposed_by, r.proposed_at, r.decided_by, r.decided_at
from catalogue.proposal r
  left join catalogue.procedure p on p.code = r.code and p.replaced_at is null and p.waits_until is null
where ($code::text is null or r.code = $code) and ($programme::uuid is null or r.programme_id = $programme)
order by r.proposed_at desc, r.id
limit $size
