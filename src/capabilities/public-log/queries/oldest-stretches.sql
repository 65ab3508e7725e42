-- A time to come is not believed: it would put the stretch off for good.
select source, from_xact::text, to_xact::text from public_log.stretch
order by case when compared_at > $now::timestamptz then '-infinity' else compared_at end, source, from_xact limit $most
