-- The former name keeps a row of its own, closed on the day the new name begins; the identifier stays with the living unit.
with former as (
  insert into organisations.unit (id, key, code, code_inferred, name, short_name, kind, parent_id, admin_code, address, lat, lon,
    hours, valid_from, valid_to, successor_id, version)
  select $former::uuid, $former_key, code, code_inferred, name, short_name, kind, parent_id, admin_code, address, lat, lon,
    hours, valid_from, $from::date, id, version
  from organisations.unit where id = $unit::uuid
  returning 1
)
update organisations.unit u set name = $name, short_name = $short_name, valid_from = $from::date, version = u.version + 1
from former where u.id = $unit::uuid
returning true as ok
