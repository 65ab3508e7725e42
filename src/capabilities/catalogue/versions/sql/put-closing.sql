insert into catalogue.closing (code, from_day, replaced_by, closed_by, closed_at)
values ($code, $from_day, $replaced_by, $by, $at)
on conflict (code) do update
set from_day = excluded.from_day, replaced_by = excluded.replaced_by, closed_by = excluded.closed_by, closed_at = excluded.closed_at
returning code
