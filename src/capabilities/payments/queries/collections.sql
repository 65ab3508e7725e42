select key, entries, taken, given
from payments.collections($units::uuid[], $from::date, $to::date, $by, $procedure, $way, $kind)
order by taken desc, key
