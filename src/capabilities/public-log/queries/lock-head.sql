select size, seen::text, coalesce(taking, pg_current_snapshot())::text as taking, taking is null as fresh, at_place, at_xact::text, at_key
from public_log.head for update skip locked
