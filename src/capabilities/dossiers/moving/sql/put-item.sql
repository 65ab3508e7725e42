insert into dossiers.version_move_item as i (move_id, kind, owner, id, code, from_version, why, due_before, due_after)
values ($move, $kind, $owner, $id, $code, $from_version, $why, $due_before, $due_after)
on conflict (move_id, kind, owner, id) do update
set from_version = excluded.from_version, why = excluded.why, due_before = excluded.due_before, due_after = excluded.due_after
returning i.id
