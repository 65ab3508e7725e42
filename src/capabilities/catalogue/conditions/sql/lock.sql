select id, kind, name, ground, field, who, recipient, frequency, form, procedures, state, decision, cut_from, note, source, revision,
  changed_by, changed_at
from catalogue.duty
where id = $id
for update
