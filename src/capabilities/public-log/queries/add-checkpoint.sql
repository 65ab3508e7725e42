insert into public_log.checkpoint (size, root, at, note) values ($size, $root, $at, $note) on conflict (size) do nothing returning size
