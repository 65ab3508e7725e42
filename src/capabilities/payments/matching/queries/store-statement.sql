insert into payments.bank_line (account, number, file_id, line, unit_id, day, at, amount, words)
select l.account, l.number, $file, l.line, $unit, (l.at at time zone 'Asia/Ho_Chi_Minh')::date, l.at, l.amount, l.words
from jsonb_to_recordset($lines) as l(account text, number text, line integer, at timestamptz, amount bigint, words text)
on conflict (account, number) do nothing
returning number
