-- Officials are told apart by their personal number, also where two of one office bear one name (docs/adr/0026-officials-from-a-file.md).
-- It is written once, and read back by nobody over a connection of the web: a file is matched against it below.
alter table identity.officer add column personal_number text unique check (personal_number ~ '^\d{12}$');
grant insert (personal_number), update (personal_number) on identity.officer to motcua_web;

-- The accounts that a file may mean, by number or by the name at the provider, with the posts that run or are to come; a number that was not
-- asked for is told as empty. With p_lock they stay as they are until the transaction ends, and no two files are taken at once.
create function identity.officers_named(p_numbers text[], p_accounts text[], p_now timestamptz, p_lock boolean)
returns table (id uuid, personal_number text, account text, name text, email text, title text, active boolean, posts jsonb)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('motcua.kind', true), '') not in ('officer', 'system') then return; end if;
  if p_lock then
    perform pg_advisory_xact_lock(hashtextextended('identity.officials', 0));
    perform from identity.officer o
    where not o.break_glass and (o.personal_number = any (p_numbers) or o.issuer_subject = any (p_accounts)) order by o.id for update;
  end if;
  return query
    select o.id, case when o.personal_number = any (p_numbers) then o.personal_number when o.personal_number is not null then '' end, o.issuer_subject,
      o.name, o.email, o.title, o.active, coalesce(p.posts, '[]')
    from identity.officer o
    left join lateral (
      select jsonb_agg(jsonb_build_object('post', t.id, 'unit', t.unit_id, 'role', t.role,
        'from', floor(extract(epoch from t.valid_from) * 1000), 'until', floor(extract(epoch from t.valid_to) * 1000)) order by t.valid_from, t.id) as posts
      from identity.post t where t.officer_id = o.id and (t.valid_to is null or t.valid_to > p_now)
    ) p on true
    where not o.break_glass and (o.personal_number = any (p_numbers) or o.issuer_subject = any (p_accounts))
    order by o.id;
end $$;
revoke all on function identity.officers_named(text[], text[], timestamptz, boolean) from public;
grant execute on function identity.officers_named(text[], text[], timestamptz, boolean) to motcua_web, motcua_worker;

-- A file between being looked at and being taken. Only who handed it in sees it; its bytes are forgotten once it is taken.
create table identity.officials_file (
  officer_id uuid not null references identity.officer,
  id uuid not null,
  name text not null,
  content bytea,
  handed_in_at timestamptz not null,
  taken_at timestamptz,
  -- Which accounts were added and changed, for the page that tells what is still to do.
  result jsonb,
  primary key (officer_id, id)
);
create index on identity.officials_file (handed_in_at);
call scope.protect('identity.officials_file');
create policy own on identity.officials_file to motcua_web
  using ((select scope.kind()) = 'officer' and officer_id = (select scope.officer()))
  with check ((select scope.kind()) = 'officer' and officer_id = (select scope.officer()));
grant select, insert, update, delete on identity.officials_file to motcua_web;
