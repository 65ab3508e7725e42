-- The newer result of the same issuer, by its number.
select r.id, r.number, r.token from results.result r
where r.issuer_unit = $issuer and upper(r.number) = upper($number) and r.id <> $than
order by r.issued_at desc limit 1
