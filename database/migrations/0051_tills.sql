-- Tills of the counters (docs/adr/0016-money.md): cash that was taken stands on `till:<shift>` until it is paid in at the bank. A shift ends by
-- a count; what differs is an entry of its own, and nothing is ever corrected.
create table payments.shift (
  unit_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  officer_name text not null,
  opened_at timestamptz not null,
  -- Change money at the beginning. It is no fee, so it stands in no account.
  float_amount bigint not null default 0 check (float_amount >= 0),
  -- Opened by the first payment, so that nobody waits for a till.
  by_itself boolean not null default false,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text not null default '',
  expected bigint,
  counted bigint check (counted >= 0),
  -- Pieces by note, where it was counted so.
  pieces jsonb,
  remark text not null default '',
  primary key (unit_id, id),
  check ((closed_at is null) = (counted is null) and (closed_at is null) = (expected is null))
);
-- An officer has one open shift in a unit.
create unique index shift_open on payments.shift (unit_id, officer_id) where closed_at is null;
create index shift_of_unit on payments.shift (unit_id, opened_at desc);
create index shift_by_id on payments.shift (id);
call scope.protect('payments.shift');
create policy of_units on payments.shift for select to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));
create policy opened_by_officer on payments.shift for insert to motcua_web
  with check ((select scope.kind()) = 'officer' and officer_id = (select scope.officer())
    and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));
create policy closed_in_units on payments.shift for update to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer');
grant select, insert on payments.shift to motcua_web;
grant update (closed_at, closed_by, closed_by_name, expected, counted, pieces, remark) on payments.shift to motcua_web;
