insert into catalogue.known_key (id, public_key, name, added_at)
values ($id, $public_key, $name, $at)
on conflict (id) do update set name = excluded.name
returning id
