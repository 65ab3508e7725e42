select code, version from catalogue.procedure
where waits_until <= $today
order by waits_until, version
limit $size
