insert into catalogue.cost_sheet (code, sheet, changed_by, changed_at)
values ($code, $sheet, $by, $at)
on conflict (code) do update
set sheet = excluded.sheet, revision = catalogue.cost_sheet.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
returning revision
