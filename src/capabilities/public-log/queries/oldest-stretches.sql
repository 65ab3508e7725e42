-- A time to come is not believed: it would put the stretch off for good.
select s.source, s.from_xact::text, s.to_xact::text from public_log.stretch s
order by case when s.compared_at > $now::timestamptz then '-infinity' else s.compared_at end, s.source, s.from_xact limit $most
