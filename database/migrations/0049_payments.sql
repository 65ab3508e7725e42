-- Money (docs/adr/0016-money.md). A charge is one fee line of a dossier: its price is fixed when it is raised. The ledger is a list of
-- transfers, each from one account to another, so that no row of it can be out of balance; it is only ever added to. A session asks one
-- gateway for one or more charges; a charge stands in one live session at most. What gateways said is kept beside, as it came.
create schema payments;
grant usage on schema payments to motcua_web, motcua_worker;

-- Where the money of a unit goes. Units without a row use that of the unit above them.
create table payments.account (
  unit_id uuid primary key,
  name text not null,
  tax_code text not null default '',
  bin text not null check (bin ~ '^\d{6}$'),
  number text not null check (number ~ '^[0-9A-Za-z]{4,19}$'),
  holder text not null,
  treasury_code text,
  treasury_account text,
  changed_at timestamptz not null,
  changed_by text not null default ''
);
call scope.protect('payments.account');
create policy everybody_reads on payments.account for select to motcua_web using (true);
create policy officers_write on payments.account to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())));
grant select, insert, update on payments.account to motcua_web;

create table payments.charge (
  home_unit uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  -- Payment code of the dossier: address of its payment page, words of a bank transfer, what is told at a counter.
  bill text not null check (bill ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  dossier_code text not null,
  person_id uuid,
  owner_name text not null,
  fee text not null,
  -- Place in the fee table.
  line integer not null default 0,
  kind text not null check (kind in ('phi','le-phi','tax')),
  name text not null,
  amount bigint not null check (amount > 0 and amount <= 1000000000000),
  full_amount bigint not null,
  due_at text not null check (due_at in ('submission','supplement','return')),
  ground text not null default '',
  counted text not null default '',
  procedure_code text not null,
  procedure_name text not null,
  table_version integer not null,
  -- Unit whose money it is.
  payee uuid not null,
  refundable boolean not null default true,
  -- Notice of another authority that the amount comes from (tax): authority, number, date, last day, treasury account.
  assessed jsonb,
  raised_at timestamptz not null,
  raised_by uuid,
  raised_by_name text not null default '',
  state text not null default 'owed' check (state in ('owed','paid','exempt','void','refunded')),
  settled_at timestamptz,
  way text check (way in ('gateway','transfer','cash','card')),
  receipt_id uuid,
  primary key (home_unit, dossier_id, id),
  unique (home_unit, dossier_id, fee),
  check ((state in ('paid','refunded')) = (settled_at is not null))
);
create index charge_of_bill on payments.charge (bill);
create index charge_of_person on payments.charge (person_id, raised_at desc) where person_id is not null;
create index charge_of_payee on payments.charge (payee, state, raised_at);
call scope.protect('payments.charge');
grant select, insert on payments.charge to motcua_web;

create table payments.transfer (
  home_unit uuid not null,
  id uuid not null,
  at timestamptz not null,
  -- Day of the books: of the money, which may be earlier than that of the entry.
  day date not null,
  kind text not null,
  debit text not null check (debit ~ '^(owed|due|gateway|bank|till|card|surplus|refund|passed-on|difference)(:[0-9a-z.-]{1,60})?$'),
  credit text not null check (credit ~ '^(owed|due|gateway|bank|till|card|surplus|refund|passed-on|difference)(:[0-9a-z.-]{1,60})?$'),
  amount bigint not null check (amount > 0),
  -- Unit whose books it stands in.
  unit_id uuid not null,
  dossier_id uuid,
  charge_id uuid,
  session_id uuid,
  refund_id uuid,
  shift_id uuid,
  -- The evidence: reference of the order, number of the receipt, line of the statement.
  evidence text not null check (evidence <> ''),
  -- What may happen once: a second entry under the same key is refused by the database.
  key text not null check (key <> ''),
  -- The entry that this one takes back.
  reverses uuid,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null default '',
  note text not null default '',
  primary key (home_unit, id),
  unique (home_unit, key),
  check (debit <> credit),
  -- Money that nobody can name yet, and what is moved in bulk, alone stand without a charge.
  check (charge_id is not null or kind in ('surplus','surplus-returned','passed-on','banked','counted','reversed'))
);
create index transfer_of_dossier on payments.transfer (home_unit, dossier_id) where dossier_id is not null;
create index transfer_of_day on payments.transfer (unit_id, day, at);
create index transfer_of_session on payments.transfer (session_id) where session_id is not null;
create index transfer_of_shift on payments.transfer (shift_id) where shift_id is not null;
create index transfer_at on payments.transfer (at);
call scope.protect('payments.transfer');
grant select, insert on payments.transfer to motcua_web;
-- An entry is never changed or removed, by nobody; a mistake is taken back by another entry.
revoke update, delete on payments.transfer from motcua_worker;

create table payments.session (
  home_unit uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  bill text not null,
  gateway text not null,
  -- Travels to the gateway and back; never used twice.
  reference text not null,
  amount bigint not null check (amount > 0),
  payee uuid not null,
  state text not null default 'begun' check (state in ('begun','open','settled','failed','refunded','charged-back','odd')),
  pay_at text,
  begun_at timestamptz not null,
  until timestamptz not null,
  -- When the gateway is asked next; null when there is nothing left to ask.
  ask_at timestamptz,
  -- Number of the last question, and of the last one whose answer was taken: an older answer changes nothing.
  asked integer not null default 0,
  told integer not null default 0,
  -- Bookings of this session so far, part of their keys.
  bookings integer not null default 0,
  record jsonb,
  closed_at timestamptz,
  payer jsonb not null default '{}',
  primary key (home_unit, id)
);
create unique index session_by_reference on payments.session (reference, home_unit);
create index session_of_bill on payments.session (bill, begun_at desc);
create index session_of_dossier on payments.session (home_unit, dossier_id);
create index session_to_ask on payments.session (ask_at) where ask_at is not null;
create table payments.session_line (
  home_unit uuid not null,
  session_id uuid not null,
  dossier_id uuid not null,
  charge_id uuid not null,
  amount bigint not null check (amount > 0),
  live boolean not null default true,
  primary key (home_unit, session_id, charge_id)
);
-- One payment session per fee line, whatever is pressed how often in how many windows.
create unique index session_line_live on payments.session_line (home_unit, charge_id) where live;
call scope.protect('payments.session');
call scope.protect('payments.session_line');
grant select on payments.session, payments.session_line to motcua_web;

-- Everything that came from outside, also what was refused.
create table payments.evidence (
  id uuid primary key,
  at timestamptz not null,
  gateway text not null,
  reference text not null,
  kind text not null check (kind in ('begun','notice','record','bill')),
  verdict text not null,
  body text not null default ''
);
create index evidence_of_reference on payments.evidence (reference, at);
create index evidence_at on payments.evidence (at);
call scope.protect('payments.evidence');
revoke update, delete on payments.evidence from motcua_worker;

create table payments.receipt_book (
  unit_id uuid not null,
  symbol text not null,
  next integer not null,
  primary key (unit_id, symbol)
);
call scope.protect('payments.receipt_book');
-- Receipts (biên lai) of phí and of lệ phí are apart (DOMAIN 5.2) and numbered without a gap.
create table payments.receipt (
  home_unit uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  person_id uuid,
  bill text not null,
  kind text not null check (kind in ('phi','le-phi','tax')),
  template text not null,
  symbol text not null,
  number integer not null,
  -- Number on a printed form, where one was given instead.
  paper_number text not null default '',
  unit_id uuid not null,
  unit_name text not null,
  payee uuid not null,
  payer_name text not null,
  amount bigint not null check (amount > 0),
  lines jsonb not null,
  way text not null,
  evidence text not null,
  issued_at timestamptz not null,
  issued_by uuid,
  issued_by_name text not null default '',
  cancelled_at timestamptz,
  cancelled_reason text,
  primary key (home_unit, id)
);
create unique index receipt_number on payments.receipt (unit_id, symbol, number, home_unit);
create index receipt_of_person on payments.receipt (person_id, issued_at desc) where person_id is not null;
create index receipt_of_dossier on payments.receipt (home_unit, dossier_id);
call scope.protect('payments.receipt');
grant select on payments.receipt to motcua_web;

-- Seen with the dossier, by the unit whose money it is, and by the unit in whose books it stands.
do $$
declare
  t text;
  dossier text := 'exists (select from dossiers.dossier d where d.home_unit = %1$I.home_unit and d.id = %1$I.dossier_id)';
begin
  foreach t in array array['charge','transfer','session','session_line','receipt'] loop
    execute format('create policy with_dossier on payments.%1$I to motcua_web using (' || dossier || ') with check (' || dossier || ')', t);
  end loop;
  foreach t in array array['charge','session'] loop
    execute format('create policy payee_units on payments.%1$I for select to motcua_web
      using ((select scope.kind()) = ''officer'' and (payee = any ((select scope.units())::uuid[]) or (select scope.everywhere())))', t);
  end loop;
  foreach t in array array['transfer','receipt'] loop
    execute format('create policy book_units on payments.%1$I for select to motcua_web
      using ((select scope.kind()) = ''officer'' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))', t);
  end loop;
end $$;
create policy own on payments.charge for select to motcua_web using (person_id = (select scope.person()));
create policy own on payments.receipt for select to motcua_web using (person_id = (select scope.person()));

-- New charges of a dossier, in the transaction of the act that raises them, each with its first entry. The dossier keeps one payment code.
create function payments.raise_all(p jsonb) returns void language plpgsql set search_path = pg_catalog as $$
begin
  insert into payments.charge (home_unit, dossier_id, id, bill, dossier_code, person_id, owner_name, fee, line, kind, name, amount, full_amount, due_at,
    ground, counted, procedure_code, procedure_name, table_version, payee, refundable, assessed, raised_at, raised_by, raised_by_name)
  select r.home_unit, r.dossier_id, r.id,
    coalesce((select c.bill from payments.charge c where c.home_unit = r.home_unit and c.dossier_id = r.dossier_id limit 1), r.bill),
    r.dossier_code, r.person_id, r.owner_name, r.fee, r.line, r.kind, r.name, r.amount, r.full_amount, r.due_at, r.ground, r.counted, r.procedure_code,
    r.procedure_name, r.table_version, r.payee, r.refundable, nullif(r.assessed, 'null'), r.raised_at, r.raised_by, r.raised_by_name
  from jsonb_to_recordset(p) as r(home_unit uuid, dossier_id uuid, id uuid, bill text, dossier_code text, person_id uuid, owner_name text, fee text, line integer,
    kind text, name text, amount bigint, full_amount bigint, due_at text, ground text, counted text, procedure_code text, procedure_name text,
    table_version integer, payee uuid, refundable boolean, assessed jsonb, raised_at timestamptz, raised_by uuid, raised_by_name text);
  -- The first entry of a charge has the charge's own identifier.
  insert into payments.transfer (home_unit, id, at, day, kind, debit, credit, amount, unit_id, dossier_id, charge_id, evidence, key, actor_kind,
    actor_id, actor_name)
  select r.home_unit, r.id, r.raised_at, (r.raised_at at time zone 'Asia/Ho_Chi_Minh')::date, 'raised', 'owed', 'due:' || r.payee, r.amount, r.payee,
    r.dossier_id, r.id, r.dossier_code || ' ' || r.fee, 'raised:' || r.id, case when r.raised_by is null then 'system' else 'officer' end,
    r.raised_by, r.raised_by_name
  from jsonb_to_recordset(p) as r(home_unit uuid, dossier_id uuid, id uuid, dossier_code text, fee text, amount bigint, payee uuid,
    raised_at timestamptz, raised_by uuid, raised_by_name text);
end $$;

-- A payment page is opened by whoever has its code: what is owed, without a word about the person but the name, which the page shortens.
create function payments.bill(p_code text) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'homeUnit', min(c.home_unit::text), 'dossier', min(c.dossier_id::text), 'dossierCode', min(c.dossier_code), 'ownerName', min(c.owner_name),
    'person', min(c.person_id::text), 'procedureCode', min(c.procedure_code), 'procedureName', min(c.procedure_name),
    'charges', jsonb_agg(jsonb_build_object('id', c.id, 'bill', c.bill, 'fee', c.fee, 'kind', c.kind, 'name', c.name, 'amount', c.amount,
      'fullAmount', c.full_amount, 'dueAt', c.due_at, 'ground', c.ground, 'counted', c.counted, 'tableVersion', c.table_version, 'payee', c.payee,
      'refundable', c.refundable, 'assessed', c.assessed, 'raisedAt', c.raised_at, 'state', c.state, 'settledAt', c.settled_at, 'way', c.way,
      'receipt', (select jsonb_build_object('id', r.id, 'symbol', r.symbol, 'number', r.number, 'paperNumber', r.paper_number)
        from payments.receipt r where r.home_unit = c.home_unit and r.id = c.receipt_id),
      'session', (select l.session_id from payments.session_line l where l.home_unit = c.home_unit and l.charge_id = c.id and l.live))
      order by c.raised_at, c.line, c.id),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'gateway', s.gateway, 'reference', s.reference, 'amount', s.amount,
        'state', s.state, 'payAt', s.pay_at, 'begunAt', s.begun_at, 'until', s.until, 'record', s.record, 'closedAt', s.closed_at) order by s.begun_at), '[]')
      from payments.session s where s.bill = p_code))
  from payments.charge c where c.bill = p_code having count(*) > 0
$$;
-- The payment code of a dossier, for whoever has shown its code and secret.
create function payments.bill_of(p_home uuid, p_dossier uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select payments.bill((select c.bill from payments.charge c where c.home_unit = p_home and c.dossier_id = p_dossier limit 1))
$$;
-- The receipts of a payment page, for whoever has its code: they prove the payment also to somebody who paid for another.
create function payments.receipts_of_bill(p_code text) returns setof payments.receipt
language sql stable security definer set search_path = pg_catalog as $$
  select r.* from payments.receipt r
  where (r.home_unit, r.dossier_id) in (select c.home_unit, c.dossier_id from payments.charge c where c.bill = p_code) order by r.issued_at, r.id
$$;

-- Begins a session for charges of one bill, once: whoever presses again, or in another window, gets the session that is there.
-- Outcomes: new, same, settled (nothing of it is owed any more), mixed (other money, another gateway or payee), missing.
create function payments.begin(p jsonb) returns table (outcome text, session payments.session)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wanted uuid[] := array(select jsonb_array_elements_text(p -> 'charges')::uuid order by 1);
  locked payments.charge[];
  there payments.session;
begin
  -- Locked in one order, so that two windows never wait for each other.
  locked := array(select c from payments.charge c where c.bill = p ->> 'bill' and c.id = any (wanted) order by c.id for update);
  if cardinality(wanted) = 0 or coalesce(cardinality(locked), 0) <> cardinality(wanted) then
    return query select 'missing', null::payments.session;
    return;
  end if;
  select s.* into there from payments.session_line l join payments.session s on s.home_unit = l.home_unit and s.id = l.session_id
  where l.home_unit = locked[1].home_unit and l.charge_id = any (wanted) and l.live order by s.begun_at limit 1;
  if found then
    return query select 'same', there;
    return;
  end if;
  if exists (select from unnest(locked) c where c.state <> 'owed') then
    return query select 'settled', null::payments.session;
    return;
  end if;
  if (select count(distinct c.payee) from unnest(locked) c) > 1 or (select sum(c.amount) from unnest(locked) c) <> (p ->> 'amount')::bigint then
    return query select 'mixed', null::payments.session;
    return;
  end if;
  insert into payments.session (home_unit, id, dossier_id, bill, gateway, reference, amount, payee, begun_at, until, ask_at, payer)
  values (locked[1].home_unit, (p ->> 'id')::uuid, locked[1].dossier_id, p ->> 'bill', p ->> 'gateway', p ->> 'reference', (p ->> 'amount')::bigint,
    locked[1].payee, (p ->> 'at')::timestamptz, (p ->> 'until')::timestamptz, (p ->> 'askAt')::timestamptz, coalesce(p -> 'payer', '{}'))
  returning * into there;
  insert into payments.session_line (home_unit, session_id, dossier_id, charge_id, amount)
  select c.home_unit, there.id, c.dossier_id, c.id, c.amount from unnest(locked) c;
  perform audit.record((p ->> 'id')::uuid, there.begun_at, p ->> 'actorKind', (p ->> 'actor')::uuid, null, 'payment.begun', locked[1].dossier_code,
    there.home_unit, jsonb_build_object('reference', there.reference, 'amount', there.amount), coalesce(p ->> 'request', ''));
  return query select 'new', there;
end $$;

-- What the gateway answered to the beginning of a session: its page, or that it does not want it.
create function payments.told_begun(p jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare stands text;
begin
  insert into payments.evidence (id, at, gateway, reference, kind, verdict, body)
  values ((p ->> 'id')::uuid, (p ->> 'at')::timestamptz, p ->> 'gateway', p ->> 'reference', 'begun', p ->> 'verdict', coalesce(p ->> 'body', ''));
  update payments.session s set pay_at = coalesce(p ->> 'payAt', s.pay_at), state = case when s.state = 'begun' and p ? 'payAt' then 'open' else s.state end,
    ask_at = least(s.ask_at, (p ->> 'askAt')::timestamptz)
  where s.reference = p ->> 'reference' and s.ask_at is not null returning s.state into stands;
  return stands;
end $$;

-- A message from a gateway. It is kept whatever it is; a genuine one is a reason to ask, and nothing more.
create function payments.heard(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into payments.evidence (id, at, gateway, reference, kind, verdict, body)
  values ((p ->> 'id')::uuid, (p ->> 'at')::timestamptz, p ->> 'gateway', p ->> 'reference', 'notice', p ->> 'verdict', p ->> 'body');
  if p ->> 'verdict' <> 'genuine' then return false; end if;
  -- Also a session that was closed is asked about once more: money may have come after its end.
  update payments.session s set ask_at = (p ->> 'at')::timestamptz where s.reference = p ->> 'reference' and s.gateway = p ->> 'gateway';
  return found;
end $$;

-- A wish to know at once: the person came back from the gateway, pressed "check again" or cancelled there.
create function payments.ask_soon(p_bill text, p_now timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  update payments.session s set ask_at = p_now where s.bill = p_bill and s.ask_at > p_now;
  get diagnostics n = row_count;
  return n;
end $$;

-- All about the money of some dossiers, locked in their order, for decisions about it. Asked: [{home_unit, dossier_id}].
create function payments.lock_dossiers(p jsonb) returns table (home_unit uuid, dossier_id uuid, money jsonb)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if scope.kind() not in ('officer', 'system') then raise exception 'money of an unseen dossier' using errcode = '42501'; end if;
  perform from payments.charge c join jsonb_to_recordset(p) as a(home_unit uuid, dossier_id uuid)
    on c.home_unit = a.home_unit and c.dossier_id = a.dossier_id order by c.id for update of c;
  perform from payments.session s join jsonb_to_recordset(p) as a(home_unit uuid, dossier_id uuid)
    on s.home_unit = a.home_unit and s.dossier_id = a.dossier_id order by s.id for update of s;
  return query select a.home_unit, a.dossier_id, jsonb_build_object(
    'charges', coalesce((select jsonb_agg(to_jsonb(c) order by c.raised_at, c.line, c.id) from payments.charge c
      where c.home_unit = a.home_unit and c.dossier_id = a.dossier_id), '[]'),
    'lines', coalesce((select jsonb_agg(to_jsonb(l) order by l.session_id, l.charge_id) from payments.session s
      join payments.session_line l on l.home_unit = s.home_unit and l.session_id = s.id
      where s.home_unit = a.home_unit and s.dossier_id = a.dossier_id), '[]'),
    'sessions', coalesce((select jsonb_agg(to_jsonb(s) order by s.begun_at, s.id) from payments.session s
      where s.home_unit = a.home_unit and s.dossier_id = a.dossier_id), '[]'),
    'entries', coalesce((select jsonb_agg(to_jsonb(t) order by t.at, t.id) from payments.transfer t
      where t.home_unit = a.home_unit and t.dossier_id = a.dossier_id), '[]'))
  from (select distinct r.home_unit, r.dossier_id from jsonb_to_recordset(p) as r(home_unit uuid, dossier_id uuid)) a;
end $$;

-- Everything that a decision about money changes, in one call: entries, states of charges and sessions, receipts, journal, outbox.
-- Officers write in the books of their own units only. A charge or session that is not as it was decided upon is refused.
create function payments.write(p jsonb) returns void
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
  get diagnostics n = row_count;
  if n <> jsonb_array_length(coalesce(p -> 'cancelled', '[]')) then raise exception 'a receipt has changed meanwhile' using errcode = '40001'; end if;
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

-- Sessions that are due to be asked about, leased for a while; each question has a number.
create function payments.take_to_ask(p_now timestamptz, p_lease interval, p_most integer) returns setof payments.session
language sql set search_path = pg_catalog as $$
  update payments.session s set ask_at = p_now + p_lease, asked = s.asked + 1
  from (select x.home_unit, x.id from payments.session x where x.ask_at <= p_now order by x.ask_at limit p_most for update skip locked) due
  where s.home_unit = due.home_unit and s.id = due.id returning s.*
$$;
