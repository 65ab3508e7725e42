insert into payments.account as a (unit_id, name, tax_code, bin, number, holder, treasury_code, treasury_account, changed_at, changed_by)
values ($unit, $name, $tax_code, $bin, $number, $holder, $treasury_code, $treasury_account, to_timestamp($now::double precision / 1000), $by)
on conflict (unit_id) do update set name = excluded.name, tax_code = excluded.tax_code, bin = excluded.bin, number = excluded.number, holder = excluded.holder,
  treasury_code = excluded.treasury_code, treasury_account = excluded.treasury_account, changed_at = excluded.changed_at, changed_by = excluded.changed_by
returning a.unit_id
