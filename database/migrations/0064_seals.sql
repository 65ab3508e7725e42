-- Pictures of agencies' own seals, for the look of their signatures (NĐ 30/2020, Phụ lục I). The newest counts; one without a picture takes it away.
create table signing.seal (
  id uuid primary key,
  unit_id uuid not null references organisations.unit,
  picture bytea check (octet_length(picture) <= 1048576),
  sha256 text,
  added_at timestamptz not null,
  check ((picture is null) = (sha256 is null))
);
create index on signing.seal (unit_id, added_at desc);
call scope.protect('signing.seal');
create policy officers_read on signing.seal for select to motcua_web using ((select scope.kind()) = 'officer');
-- The command asks whether the officer administers the unit.
create policy officers_add on signing.seal for insert to motcua_web with check ((select scope.kind()) = 'officer');
grant select, insert on signing.seal to motcua_web;
