insert into public_log.cosignature (size, witness, at, line) values ($size, $witness, $at, $line)
on conflict (size, witness) do update set at = excluded.at, line = excluded.line returning size
