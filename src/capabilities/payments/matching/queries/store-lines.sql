insert into payments.settlement_line (file_id, line, day, reference, transaction, kind, amount, at, merchant, bank)
select $file, l.line, (l.at at time zone 'Asia/Ho_Chi_Minh')::date, l.reference, l.transaction, l.kind, l.amount, l.at, l.merchant, l.bank
from (select u.line, u.reference, u.transaction, u.kind, u.amount, to_timestamp(u.at / 1000.0) as at, u.merchant, u.bank
  from unnest($lines::integer[], $references::text[], $transactions::text[], $kinds::text[], $amounts::bigint[], $ats::bigint[], $merchants::text[], $banks::text[])
    as u(line, reference, transaction, kind, amount, at, merchant, bank)) l
