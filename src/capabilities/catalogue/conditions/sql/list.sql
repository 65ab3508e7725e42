select id, kind, name, ground, field, who, recipient, frequency, form, procedures, state, decision, cut_from, note, source, revision,
  changed_by, changed_at
from catalogue.duty
where ($kind::text is null or kind = $kind) and ($procedure::text is null or $procedure = any (procedures))
  and ($state::text is null or state = $state)
order by state = 'cut', kind, field, name, id
limit $size
