-- The sign-in binds the guest first, and what the guest filed follows: a guest who is bound to this very person is
-- adopted, one who is bound to somebody else is not.
create or replace function dossiers.adopt(p_guest uuid, p_person uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from identity.person g
    where g.id = p_guest and g.kind = 'guest' and (g.bound_to is null or g.bound_to = p_person)) then return; end if;
  update identity.person set bound_to = p_person where id = p_guest;
  -- The key of the files follows the key of their draft: deferred by inserting the new draft first.
  insert into dossiers.draft select p_person, id, procedure_code, procedure_version, channel, facts, answers, typed, receiver_unit, delivery,
      revision, created_at, updated_at, expires_at, home_unit, dossier_id, dossier_code, body_hash, altered
    from dossiers.draft where person_id = p_guest;
  insert into dossiers.draft_file select p_person, draft_id, id, demand, sha256, name, size, kind, added_at
    from dossiers.draft_file where person_id = p_guest;
  delete from dossiers.draft where person_id = p_guest;
  update dossiers.dossier set person_id = p_person where person_id = p_guest;
  return query select d.id from dossiers.dossier d where d.person_id = p_person and d.identity_pending;
end $$;
