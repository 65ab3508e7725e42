insert into catalogue.draft (id, code, based_on, content, authors, started_at, changed_at)
values ($id, $code, $based_on, $content, array[$author::uuid], $at, $at)
on conflict (code) where state in ('draft', 'review') do nothing
returning id
