select id, key, code, code_inferred, name, short_name, kind, parent_id, admin_code, address, lat, lon, hours, valid_from, valid_to,
  successor_id, version
from organisations.unit
