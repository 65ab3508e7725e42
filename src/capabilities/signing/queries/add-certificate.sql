insert into signing.certificate (id, holder_kind, holder_id, store, key, serial, name, valid_from, valid_to, added_at)
values ($id, $kind, $holder, $store, $key, $serial, $name, to_timestamp($from::double precision / 1000),
  to_timestamp($to::double precision / 1000), to_timestamp($at::double precision / 1000))
returning id
