-- Certificates behind officers and agencies: which key of which store signs for whom. Nothing here is secret.
create schema signing;
grant usage on schema signing to motcua_web, motcua_worker;
create table signing.certificate (
  id uuid primary key,
  holder_kind text not null check (holder_kind in ('officer','unit')),
  holder_id uuid not null,
  store text not null check (store in ('file','token')),
  key text not null,
  serial text not null,
  name text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  added_at timestamptz not null
);
create index on signing.certificate (holder_kind, holder_id, added_at desc);
call scope.protect('signing.certificate');
create policy everybody on signing.certificate for select to motcua_web using (true);
-- Only officers and the product itself name a key; the command judges the certificate before it does.
create policy adding on signing.certificate for insert to motcua_web with check (true);
grant select, insert on signing.certificate to motcua_web, motcua_worker;
