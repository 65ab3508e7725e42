-- Whoever holds a printed result compares it line by line: they say what their paper says, and hear whether the result says the same. Asked by
-- the code on the paper only, which is as hard to guess as the paper is to see; nothing of the content is given out.
create function results.plain(words text) returns text language sql immutable set search_path = pg_catalog as $$
  select lower(regexp_replace(rtrim(btrim(regexp_replace(normalize(words, NFC), '\s+', ' ', 'g')), '.,;'), '\s+', ' ', 'g'))
$$;
create function results.lines_of(asked_token text) returns table (label text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.label from results.result r cross join lateral jsonb_object_keys(r.content) as l(label)
  where asked_token <> '' and r.token = asked_token order by l.label collate "C"
$$;
-- Null where there is no such line. An empty label asks for the owner's name.
create function results.line_agrees(asked_token text, asked_label text, words text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select results.plain(case when asked_label = '' then r.owner_name else r.content ->> asked_label end) = results.plain(words)
  from results.result r where asked_token <> '' and r.token = asked_token
$$;
revoke all on function results.plain(text), results.lines_of(text), results.line_agrees(text, text, text) from public;
grant execute on function results.lines_of(text), results.line_agrees(text, text, text) to motcua_web;
