insert into catalogue.service_level (id, code, unit, level, from_day, decision, entered_by, entered_at)
values ($id, $code, $unit, $level, $from_day, $decision, $by, $at)
returning id
