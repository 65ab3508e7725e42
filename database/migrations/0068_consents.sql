-- Keys of officers and agencies may be kept by a provider of remote signing too.
alter table signing.certificate drop constraint certificate_store_check;
alter table signing.certificate add constraint certificate_store_check check (store in ('file','token','remote'));

-- What an officer left to agree to at the provider of their key: kept until they are back, or half an hour.
create table signing.consent (
  state text primary key,
  officer_id uuid not null,
  kept jsonb not null,
  until timestamptz not null
);
create index on signing.consent (officer_id, until);
call scope.protect('signing.consent');
create policy own on signing.consent to motcua_web
  using ((select scope.kind()) = 'officer' and officer_id = (select scope.officer()))
  with check ((select scope.kind()) = 'officer' and officer_id = (select scope.officer()));
grant select, insert, delete on signing.consent to motcua_web;

-- Whose certificate it is at a provider is told by the personal number: an officer asks for their own.
create function identity.own_officer_number() returns text language sql stable security definer set search_path = pg_catalog as $$
  select o.personal_number from identity.officer o
  where current_setting('motcua.kind', true) = 'officer' and o.id = (select scope.officer())
$$;
revoke all on function identity.own_officer_number() from public;
grant execute on function identity.own_officer_number() to motcua_web;
