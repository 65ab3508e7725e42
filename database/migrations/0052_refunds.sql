-- Money given back, and the accountant's books (docs/how-to/keep-the-books.md). A refund is a wish with an end: asked, approved, paid, or refused.
-- The money itself moves in the ledger: due → refund when it is approved, refund → bank when it is paid, refund → due when it is dropped.
create table payments.refund (
  home_unit uuid not null,
  id uuid not null,
  -- Stands as HP and twelve characters in the words of the payment order, so that the bank's statement names the refund.
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  -- By its owner, by the system when a dossier ended, or by an accountant for money that nobody owed.
  kind text not null check (kind in ('asked','proposed','surplus')),
  -- Unit that gives it back; it stands in the books of this unit.
  unit_id uuid not null,
  dossier_id uuid,
  dossier_code text not null,
  charge_id uuid,
  -- Entry that brought the surplus.
  entry_id uuid,
  person_id uuid,
  owner_name text not null,
  what text not null,
  amount bigint not null check (amount > 0),
  reason text not null check (reason <> ''),
  -- How it is given back: to the account below, over the counter, or through the gateway that the money came by.
  way text not null check (way in ('transfer','cash','gateway')),
  bin text not null check (bin = '' or bin ~ '^\d{6}$'),
  account text not null check (account = '' or account ~ '^[0-9A-Za-z]{4,19}$'),
  holder text not null,
  state text not null check (state in ('asked','approved','paid','refused','dropped')),
  asked_at timestamptz not null,
  asked_by uuid,
  asked_by_name text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text not null,
  answer text not null,
  paid_at timestamptz,
  paid_by uuid,
  paid_by_name text not null,
  -- Account of the books that it was paid from, number and day of the payment order.
  paid_from text not null,
  paid_number text not null,
  paid_day date,
  primary key (home_unit, id),
  check ((charge_id is null) <> (entry_id is null)),
  check (charge_id is null or dossier_id is not null),
  check (state <> 'paid' or (paid_at is not null and paid_number <> '')),
  check (state not in ('approved','paid','refused') or decided_at is not null),
  -- Four eyes: who approves is not who pays out.
  check (paid_by is null or paid_by is distinct from decided_by)
);
create unique index refund_code on payments.refund (code, home_unit);
-- One refund of a charge, or of a surplus, is under way at most, whoever asks how often.
create unique index refund_live_of_charge on payments.refund (home_unit, charge_id) where charge_id is not null and state in ('asked','approved');
create unique index refund_live_of_entry on payments.refund (home_unit, entry_id) where entry_id is not null and state in ('asked','approved');
create index refund_of_unit on payments.refund (unit_id, state, asked_at);
create index refund_of_person on payments.refund (person_id, asked_at desc) where person_id is not null;
create index refund_of_dossier on payments.refund (home_unit, dossier_id) where dossier_id is not null;
call scope.protect('payments.refund');
grant select on payments.refund to motcua_web;
create policy own on payments.refund for select to motcua_web using (person_id = (select scope.person()));
create policy book_units on payments.refund for select to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));

-- What a refund moves may stand without a charge: surplus has none.
alter table payments.transfer drop constraint transfer_check1;
alter table payments.transfer add constraint transfer_of_charge
  check (charge_id is not null or refund_id is not null or kind in ('surplus','surplus-returned','passed-on','banked','counted','reversed'));

-- How money of fees came and went: 1 where an account with money was debited for what was owed, -1 where it was given back; 0 for all else.
create function payments.flow(p_debit text, p_credit text) returns smallint language sql immutable parallel safe as $$
  select (case when left(p_debit, 4) in ('gate', 'bank', 'till', 'card') then case when left(p_credit, 3) in ('owe', 'due') then 1 else 0 end
    when left(p_credit, 4) in ('gate', 'bank', 'till', 'card') then case when left(p_debit, 3) in ('owe', 'due', 'ref') then -1 else 0 end else 0 end)::smallint
$$;
create function payments.flow_way(p_debit text, p_credit text) returns text language sql immutable parallel safe as $$
  select case left(case when left(p_debit, 4) in ('gate', 'bank', 'till', 'card') then p_debit else p_credit end, 4)
    when 'gate' then 'gateway' when 'bank' then 'transfer' when 'till' then 'cash' else 'card' end
$$;
-- An entry by which money of a fee came or went names the line of the books it belongs to, as a voucher does: what a charge is never changes, and
-- a month is summed without looking up its charges (measured: a third of the time).
alter table payments.transfer
  add column flow smallint not null default 0,
  add column of_way text,
  add column of_procedure text,
  add column of_kind text,
  add column of_payee uuid;
create function payments.name_flow() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.flow := 0;
  if new.charge_id is not null and payments.flow(new.debit, new.credit) <> 0 then
    select payments.flow(new.debit, new.credit), payments.flow_way(new.debit, new.credit), c.procedure_code, c.kind, c.payee
    into new.flow, new.of_way, new.of_procedure, new.of_kind, new.of_payee
    from payments.charge c where c.home_unit = new.home_unit and c.dossier_id = new.dossier_id and c.id = new.charge_id;
    if not found then new.flow := 0; end if;
  end if;
  return new;
end $$;
create trigger name_flow before insert on payments.transfer for each row execute function payments.name_flow();
update payments.transfer t set flow = payments.flow(t.debit, t.credit), of_way = payments.flow_way(t.debit, t.credit), of_procedure = c.procedure_code,
  of_kind = c.kind, of_payee = c.payee
from payments.charge c
where c.home_unit = t.home_unit and c.dossier_id = t.dossier_id and c.id = t.charge_id and payments.flow(t.debit, t.credit) <> 0;

-- What was collected and given back, by unit and day; what stands on accounts; what moved in bulk; surplus that waits for its owner.
create index transfer_flow on payments.transfer (unit_id, day) include (flow, amount, of_way, of_procedure, of_kind, of_payee) where flow <> 0;
create index transfer_accounts on payments.transfer (unit_id, day) include (debit, credit, amount);
create index transfer_passed_on on payments.transfer (unit_id, at) where kind = 'passed-on';
create index transfer_surplus on payments.transfer (unit_id) where credit = 'surplus';
create index transfer_reverses on payments.transfer (reverses) where reverses is not null;

-- Whether the books of a unit may be read, or written, by whoever asks.
create function payments.in_books(p_unit uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select scope.kind() = 'system' or (scope.kind() = 'officer' and (p_unit = any (scope.units()) or scope.everywhere()))
$$;

-- A refund, locked until the transaction ends. After its charge, never before: that is the order in which everybody locks.
create function payments.lock_refund(p_code text) returns setof payments.refund
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if scope.kind() not in ('officer', 'system') then raise exception 'refunds are decided upon by officers' using errcode = '42501'; end if;
  return query select r.* from payments.refund r where r.code = p_code for update;
end $$;

-- Writes a refund with its journal and outbox: a new one where `from` is null, else what has become of the one that is in that state.
-- Outcomes: done; live (another one is under way); changed (the charge is not as the wish takes it to be, or the refund has moved on).
create function payments.keep_refund(p jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r payments.refund := jsonb_populate_record(null::payments.refund, p -> 'refund');
  stands payments.refund;
  n integer;
begin
  if p ->> 'from' is null then
    if r.state <> 'asked' then raise exception 'a refund begins by being asked for' using errcode = '42501'; end if;
    if r.charge_id is not null then
      perform from payments.charge c where c.home_unit = r.home_unit and c.dossier_id = r.dossier_id and c.id = r.charge_id
        and c.state = 'paid' and c.refundable and c.amount = r.amount and c.person_id is not distinct from r.person_id and c.payee = r.unit_id for update;
      if not found then return 'changed'; end if;
    end if;
    stands := r;
  else
    select t.* into stands from payments.refund t where t.home_unit = r.home_unit and t.id = r.id for update;
    if not found or stands.state <> p ->> 'from' then return 'changed'; end if;
  end if;
  if scope.kind() = 'citizen' then
    if stands.person_id is distinct from scope.person() or stands.state <> 'asked' or r.state not in ('asked', 'dropped') or stands.kind = 'surplus' then
      raise exception 'a refund of somebody else' using errcode = '42501';
    end if;
  elsif not (payments.in_books(stands.unit_id) or payments.in_books((p ->> 'books')::uuid)) then
    raise exception 'a refund of another unit' using errcode = '42501';
  end if;
  if p ->> 'from' is null then
    insert into payments.refund select r.* on conflict do nothing;
    get diagnostics n = row_count;
    if n = 0 then return 'live'; end if;
  elsif scope.kind() = 'citizen' then
    update payments.refund t set state = r.state, bin = r.bin, account = r.account, holder = r.holder
    where t.home_unit = r.home_unit and t.id = r.id;
  else
    update payments.refund t set state = r.state, way = r.way, decided_at = r.decided_at, decided_by = r.decided_by,
      decided_by_name = r.decided_by_name, answer = r.answer, paid_at = r.paid_at, paid_by = r.paid_by, paid_by_name = r.paid_by_name,
      paid_from = r.paid_from, paid_number = r.paid_number, paid_day = r.paid_day
    where t.home_unit = r.home_unit and t.id = r.id;
  end if;
  perform audit.record(a.id, a.at, a.actor_kind, a.actor_id, a.unit, a.action, a.subject, r.home_unit, coalesce(a.details, '{}'), coalesce(a.request, ''))
  from jsonb_to_recordset(coalesce(p -> 'audit', '[]')) as a(id uuid, at timestamptz, actor_kind text, actor_id uuid, unit uuid, action text, subject text,
    details jsonb, request text);
  perform outbox.put(r.home_unit, e.id, e.at, e.topic, e.subject, e.payload)
  from jsonb_to_recordset(coalesce(p -> 'events', '[]')) as e(id uuid, at timestamptz, topic text, subject text, payload jsonb);
  return 'done';
end $$;

-- Surplus in the books of a unit that is still there: what an entry brought, less what has been taken from it. A gateway takes its own back by session.
create function payments.surplus(p_unit uuid) returns table (home_unit uuid, id uuid, at timestamptz, day date, amount bigint, evidence text, dossier_id uuid,
  dossier_code text, owner_name text, person_id uuid, live boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with brought as (
    select t.home_unit, t.id, t.at, t.day, t.evidence, t.dossier_id, t.session_id, t.charge_id, t.amount - coalesce(
      (select sum(case when x.debit = 'surplus' then x.amount else -x.amount end) from payments.transfer x
        where x.reverses = t.id and 'surplus' in (x.debit, x.credit)), 0) as rest
    from payments.transfer t where t.unit_id = p_unit and t.credit = 'surplus' and t.kind = 'surplus'),
  named as (
    select b.*, least(b.rest, case when b.session_id is null then b.rest else b.rest - coalesce((select sum(x.amount) from payments.transfer x
      where x.session_id = b.session_id and x.debit = 'surplus' and x.charge_id is not distinct from b.charge_id), 0) end)::bigint as there
    from brought b)
  select n.home_unit, n.id, n.at, n.day, n.there, n.evidence, n.dossier_id, coalesce(c.dossier_code, ''), coalesce(c.owner_name, ''), c.person_id,
    exists (select from payments.refund r where r.home_unit = n.home_unit and r.entry_id = n.id and r.state in ('asked', 'approved'))
  from named n
  left join lateral (select k.dossier_code, k.owner_name, k.person_id from payments.charge k
    where k.home_unit = n.home_unit and k.dossier_id = n.dossier_id limit 1) c on true
  where n.there > 0 and payments.in_books(p_unit) order by n.at, n.id
$$;

-- One who decides about the money of a unit in bulk, at a time.
create function payments.lock_books(p_unit uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not payments.in_books(p_unit) then raise exception 'books of another unit' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('payments.books ' || p_unit, 0));
end $$;

-- What was collected and given back in a time, by unit, procedure, way or kind. Filters: the same words, empty for all.
create function payments.collections(p_units uuid[], p_from date, p_to date, p_by text, p_procedure text, p_way text, p_kind text)
returns table (key text, entries bigint, taken bigint, given bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from unnest(p_units) u where not payments.in_books(u)) then raise exception 'books of another unit' using errcode = '42501'; end if;
  return query select case p_by when 'unit' then t.unit_id::text when 'way' then t.of_way when 'procedure' then t.of_procedure else t.of_kind end,
    count(*), coalesce(sum(t.amount) filter (where t.flow > 0), 0)::bigint, coalesce(sum(t.amount) filter (where t.flow < 0), 0)::bigint
  from payments.transfer t
  where t.unit_id = any (p_units) and t.day between p_from and p_to and t.flow <> 0 and (p_way = '' or t.of_way = p_way)
    and (p_procedure = '' or t.of_procedure = p_procedure) and (p_kind = '' or t.of_kind = p_kind)
  group by 1;
end $$;

-- The entries behind a number of the collections.
create function payments.collected(p_units uuid[], p_from date, p_to date, p_procedure text, p_way text, p_kind text, p_size integer, p_skip integer)
returns table (id uuid, at timestamptz, day date, kind text, debit text, credit text, amount bigint, flow smallint, way text, unit_id uuid, dossier_code text,
  procedure_code text, fee_name text, charge_kind text, payee uuid, evidence text, actor_name text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from unnest(p_units) u where not payments.in_books(u)) then raise exception 'books of another unit' using errcode = '42501'; end if;
  return query select t.id, t.at, t.day, t.kind, t.debit, t.credit, t.amount, t.flow, t.of_way, t.unit_id, c.dossier_code, c.procedure_code, c.name, c.kind,
    c.payee, t.evidence, t.actor_name
  from (select x.* from payments.transfer x
    where x.unit_id = any (p_units) and x.day between p_from and p_to and x.flow <> 0 and (p_way = '' or x.of_way = p_way)
      and (p_procedure = '' or x.of_procedure = p_procedure) and (p_kind = '' or x.of_kind = p_kind)
    order by x.day, x.at, x.id limit p_size offset p_skip) t
  join payments.charge c on c.home_unit = t.home_unit and c.dossier_id = t.dossier_id and c.id = t.charge_id
  order by t.day, t.at, t.id;
end $$;

-- What stands on each account of a unit's books at the end of a day, debit less credit.
create function payments.balances(p_unit uuid, p_day date) returns table (account text, balance bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select x.account, sum(x.amount)::bigint from (
    select t.debit as account, t.amount from payments.transfer t where t.unit_id = p_unit and t.day <= p_day
    union all select t.credit, -t.amount from payments.transfer t where t.unit_id = p_unit and t.day <= p_day) x
  where payments.in_books(p_unit) group by x.account having sum(x.amount) <> 0 order by x.account
$$;

-- The entries of a day in their order, each with what stands on its two accounts after it.
create function payments.day_book(p_unit uuid, p_day date, p_account text, p_size integer, p_skip integer)
returns table (id uuid, at timestamptz, kind text, debit text, credit text, amount bigint, debit_after bigint, credit_after bigint, dossier_code text, fee_name text,
  evidence text, actor_kind text, actor_name text, note text, total bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with today as (
    select t.*, row_number() over (order by t.at, t.id) as n from payments.transfer t where t.unit_id = p_unit and t.day = p_day and payments.in_books(p_unit)),
  sides as (select d.n, d.debit as account, d.amount from today d union all select d.n, d.credit, -d.amount from today d),
  opening as (select b.account, b.balance from payments.balances(p_unit, p_day - 1) b),
  running as (
    select s.n, s.account, (coalesce(o.balance, 0) + sum(s.amount) over (partition by s.account order by s.n))::bigint as after
    from sides s left join opening o on o.account = s.account)
  select d.id, d.at, d.kind, d.debit, d.credit, d.amount, x.after, y.after, coalesce(c.dossier_code, ''), coalesce(c.name, ''), d.evidence, d.actor_kind,
    d.actor_name, d.note, count(*) over ()
  from today d
  join running x on x.n = d.n and x.account = d.debit
  join running y on y.n = d.n and y.account = d.credit
  left join payments.charge c on c.home_unit = d.home_unit and c.dossier_id = d.dossier_id and c.id = d.charge_id
  where p_account = '' or p_account in (d.debit, d.credit)
  order by d.n limit p_size offset p_skip
$$;

-- For each unit whose money was collected in these books: collected less given back, what waits to be given back, and what has been passed on to it.
create function payments.remittance(p_unit uuid) returns table (payee uuid, collected bigint, waiting bigint, passed_on bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select x.payee, sum(x.collected)::bigint, sum(x.waiting)::bigint, sum(x.passed)::bigint from (
    select t.of_payee as payee, t.amount * t.flow as collected, 0::bigint as waiting, 0::bigint as passed
    from payments.transfer t where t.unit_id = p_unit and t.flow <> 0
    union all
    select r.unit_id, 0, r.amount, 0 from payments.refund r where r.unit_id = p_unit and r.state = 'approved' and r.charge_id is not null
    union all
    select substr(case when t.debit like 'passed-on:%' then t.debit else t.credit end, 11)::uuid, 0, 0,
      case when t.debit like 'passed-on:%' then t.amount else -t.amount end
    from payments.transfer t where t.unit_id = p_unit and t.kind in ('passed-on', 'reversed') and (t.debit like 'passed-on:%' or t.credit like 'passed-on:%')) x
  where payments.in_books(p_unit) group by x.payee
$$;

-- As before; but a receipt that was cancelled by a refund may be cancelled once more by the gateway's own word, which comes later and is no fault.
create or replace function payments.write(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r record;
  n integer;
begin
  if scope.kind() = 'officer' then
    if exists (select from jsonb_to_recordset(coalesce(p -> 'transfers', '[]')) as t(unit_id uuid, actor_id uuid)
        where t.actor_id is distinct from scope.officer() or not (t.unit_id = any (scope.units()) or scope.everywhere())) then
      raise exception 'books of another unit' using errcode = '42501';
    end if;
  elsif scope.kind() <> 'system' then
    raise exception 'books are kept by officers' using errcode = '42501';
  end if;
  insert into payments.transfer (home_unit, id, at, day, kind, debit, credit, amount, unit_id, dossier_id, charge_id, session_id, refund_id, shift_id,
    evidence, key, reverses, actor_kind, actor_id, actor_name, note)
  select t.home_unit, t.id, t.at, t.day, t.kind, t.debit, t.credit, t.amount, t.unit_id, t.dossier_id, t.charge_id, t.session_id, t.refund_id, t.shift_id,
    t.evidence, t.key, t.reverses, t.actor_kind, t.actor_id, coalesce(t.actor_name, ''), coalesce(t.note, '')
  from jsonb_to_recordset(coalesce(p -> 'transfers', '[]')) as t(home_unit uuid, id uuid, at timestamptz, day date, kind text, debit text, credit text,
    amount bigint, unit_id uuid, dossier_id uuid, charge_id uuid, session_id uuid, refund_id uuid, shift_id uuid, evidence text, key text, reverses uuid,
    actor_kind text, actor_id uuid, actor_name text, note text);
  for r in select x.* from jsonb_to_recordset(coalesce(p -> 'receipts', '[]')) as x(home_unit uuid, id uuid, dossier_id uuid, dossier_code text,
      person_id uuid, bill text, kind text, template text, symbol text, paper_number text, unit_id uuid, unit_name text, payee uuid, payer_name text,
      amount bigint, lines jsonb, way text, evidence text, issued_at timestamptz, issued_by uuid, issued_by_name text) order by x.unit_id, x.symbol, x.id
  loop
    insert into payments.receipt_book as b (unit_id, symbol, next) values (r.unit_id, r.symbol, 2)
    on conflict (unit_id, symbol) do update set next = b.next + 1 returning b.next - 1 into n;
    insert into payments.receipt (home_unit, id, dossier_id, dossier_code, person_id, bill, kind, template, symbol, number, paper_number, unit_id,
      unit_name, payee, payer_name, amount, lines, way, evidence, issued_at, issued_by, issued_by_name)
    values (r.home_unit, r.id, r.dossier_id, r.dossier_code, r.person_id, r.bill, r.kind, r.template, r.symbol, n, coalesce(r.paper_number, ''),
      r.unit_id, r.unit_name, r.payee, r.payer_name, r.amount, r.lines, r.way, r.evidence, r.issued_at, r.issued_by, coalesce(r.issued_by_name, ''));
  end loop;
  update payments.charge c set state = x.state, settled_at = x.settled_at, way = x.way, receipt_id = x.receipt_id
  from jsonb_to_recordset(coalesce(p -> 'charges', '[]')) as x(home_unit uuid, dossier_id uuid, id uuid, "from" text, state text, settled_at timestamptz,
    way text, receipt_id uuid)
  where c.home_unit = x.home_unit and c.dossier_id = x.dossier_id and c.id = x.id and c.state = x."from";
  get diagnostics n = row_count;
  if n <> jsonb_array_length(coalesce(p -> 'charges', '[]')) then raise exception 'a charge has changed meanwhile' using errcode = '40001'; end if;
  update payments.receipt c set cancelled_at = x.cancelled_at, cancelled_reason = x.reason
  from jsonb_to_recordset(coalesce(p -> 'cancelled', '[]')) as x(home_unit uuid, id uuid, cancelled_at timestamptz, reason text)
  where c.home_unit = x.home_unit and c.id = x.id and c.cancelled_at is null;
  update payments.session s set state = x.state, ask_at = x.ask_at, told = x.told, bookings = x.bookings, record = x.record, closed_at = x.closed_at
  from jsonb_to_recordset(coalesce(p -> 'sessions', '[]')) as x(home_unit uuid, id uuid, state text, ask_at timestamptz, told integer, bookings integer,
    record jsonb, closed_at timestamptz, was integer)
  where s.home_unit = x.home_unit and s.id = x.id and s.bookings = x.was and s.told <= x.told;
  get diagnostics n = row_count;
  if n <> jsonb_array_length(coalesce(p -> 'sessions', '[]')) then raise exception 'a session has changed meanwhile' using errcode = '40001'; end if;
  update payments.session_line l set live = x.live
  from jsonb_to_recordset(coalesce(p -> 'lines', '[]')) as x(home_unit uuid, session_id uuid, charge_id uuid, live boolean)
  where l.home_unit = x.home_unit and l.session_id = x.session_id and l.charge_id = x.charge_id;
  insert into payments.evidence (id, at, gateway, reference, kind, verdict, body)
  select e.id, e.at, e.gateway, e.reference, 'record', e.verdict, e.body
  from jsonb_to_recordset(coalesce(p -> 'evidence', '[]')) as e(id uuid, at timestamptz, gateway text, reference text, verdict text, body text);
  perform audit.record(a.id, a.at, a.actor_kind, a.actor_id, a.unit, a.action, a.subject, a.home_unit, coalesce(a.details, '{}'), coalesce(a.request, ''))
  from jsonb_to_recordset(coalesce(p -> 'audit', '[]')) as a(id uuid, at timestamptz, actor_kind text, actor_id uuid, unit uuid, action text, subject text,
    home_unit uuid, details jsonb, request text);
  perform outbox.put(e.home_unit, e.id, e.at, e.topic, e.subject, e.payload)
  from jsonb_to_recordset(coalesce(p -> 'events', '[]')) as e(home_unit uuid, id uuid, at timestamptz, topic text, subject text, payload jsonb);
end $$;