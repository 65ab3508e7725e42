insert into catalogue.proposal (id, code, programme_id, kind, into_code, title, text, before, after, proposed_by, proposed_at)
values ($id, $code, $programme, $kind, $into_code, $title, $text, $before, $after, $by, $at)
on conflict (code) where state in ('proposed', 'decided') do nothing
returning id
