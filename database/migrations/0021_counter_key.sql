-- A sheet of the counter carries a key made when it was shown; whoever sends the sheet claims it, once. Two presses of
-- the button, a resend after a broken line or a second tab thus make one dossier, and the later ones are answered with it.
-- Keyed by the officer, as drafts are by their person: a second sending that names another unit finds the first answer.
create table dossiers.counter_key (
  officer_id uuid not null,
  key uuid not null,
  home_unit uuid not null,
  dossier_id uuid not null,
  code text not null,
  at timestamptz not null,
  primary key (officer_id, key)
);
call scope.protect('dossiers.counter_key');
create policy own on dossiers.counter_key to motcua_web
  using (officer_id = (select scope.officer())) with check (officer_id = (select scope.officer()));
grant select, insert, delete on dossiers.counter_key to motcua_web;

-- dossiers.open for a sheet with a key, inside the officer's transaction. Of those that come together one inserts the key
-- and the others wait for its commit. Keys of last month's sheets go on the way: no page stays open that long.
create function dossiers.open_once(p_officer uuid, p_key uuid, p jsonb)
returns table (outcome text, home_unit uuid, dossier_id uuid, code text) language plpgsql as $$
declare n dossiers.dossier := jsonb_populate_record(null::dossiers.dossier, p -> 'dossier');
begin
  insert into dossiers.counter_key as k values (p_officer, p_key, n.home_unit, n.id, n.code, n.submitted_at) on conflict do nothing;
  if not found then
    return query select 'same', k.home_unit, k.dossier_id, k.code from dossiers.counter_key k where k.officer_id = p_officer and k.key = p_key;
    return;
  end if;
  delete from dossiers.counter_key k where k.officer_id = p_officer and k.at < n.submitted_at - interval '30 days';
  perform dossiers.open(p);
  return query select 'new', n.home_unit, n.id, n.code;
end $$;
