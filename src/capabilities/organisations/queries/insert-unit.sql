insert into organisations.unit (id, key, code, name, short_name, kind, parent_id, admin_code, address, lat, lon, hours, valid_from)
select r.id, r.key, r.code, r.name, r.short_name, r.kind, r.parent_id, r.admin_code, r.address, r.lat, r.lon, r.hours, r.valid_from
from jsonb_populate_record(null::organisations.unit, $row::jsonb) r
on conflict do nothing
returning id
