insert into payments.money_file (id, kind, gateway, day, unit_id, name, size, sha256, bytes, handed_at, handed_by, handed_by_name)
values ($id, $kind, $gateway, $day, $unit, $name, $size, $sha256, $bytes, $at, $by, $by_name)
on conflict (kind, sha256) where state in ('waiting','reading','read') do nothing
returning id
