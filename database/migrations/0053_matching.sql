-- Matching what gateways and banks say with the books and with the dossiers (docs/how-to/reconcile-a-day.md). A file is handed in on the
-- web and read by the worker; what does not agree becomes an item that people work off, once however often it is looked for.

-- Files of a gateway's settlement and of bank statements. The bytes are kept until they were read.
create table payments.money_file (
  id uuid primary key,
  kind text not null check (kind in ('settlement','statement')),
  gateway text not null default '',
  -- The day that a settlement file stands for.
  day date,
  -- Unit whose accountant handed it in; of a statement also the unit whose account it is.
  unit_id uuid not null,
  name text not null,
  size integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea,
  state text not null default 'waiting' check (state in ('waiting','reading','read','refused','replaced')),
  refusal jsonb,
  lines integer,
  handed_at timestamptz not null,
  handed_by uuid not null,
  handed_by_name text not null,
  read_at timestamptz,
  -- While the worker has it in hand.
  lease timestamptz,
  tries integer not null default 0,
  check ((kind = 'settlement') = (day is not null and gateway <> ''))
);
create unique index money_file_once on payments.money_file (kind, sha256) where state in ('waiting','reading','read');
-- One file stands for a day; a newer one replaces it.
create unique index money_file_of_day on payments.money_file (gateway, day) where kind = 'settlement' and state = 'read';
create index money_file_of_unit on payments.money_file (unit_id, handed_at desc);
create index money_file_to_read on payments.money_file (handed_at) where state in ('waiting','reading');
call scope.protect('payments.money_file');
create policy units on payments.money_file to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and unit_id = any ((select scope.units())::uuid[]));
grant select, insert on payments.money_file to motcua_web;

create table payments.settlement_line (
  file_id uuid not null,
  line integer not null,
  day date not null,
  reference text not null,
  transaction text not null,
  kind text not null check (kind in ('payment','refund','charge-back')),
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  merchant text not null,
  bank text not null,
  primary key (file_id, line)
);
create index settlement_line_of_reference on payments.settlement_line (reference);
call scope.protect('payments.settlement_line');
create policy with_file on payments.settlement_line for select to motcua_web
  using (exists (select from payments.money_file f where f.id = file_id));
grant select on payments.settlement_line to motcua_web;

create table payments.bank_line (
  account text not null,
  number text not null,
  file_id uuid not null,
  line integer not null,
  -- Unit whose account it is.
  unit_id uuid not null,
  day date not null,
  at timestamptz not null,
  amount bigint not null check (amount <> 0),
  words text not null,
  -- new: nobody has looked; out: money that went out; settled: a bill was paid; surplus: nobody has asked for it; assigned: given to a bill by hand.
  state text not null default 'new' check (state in ('new','out','settled','surplus','assigned')),
  why text not null default '',
  bill text,
  home_unit uuid,
  dossier_id uuid,
  decided_at timestamptz,
  decided_by text not null default '',
  primary key (account, number)
);
create index bank_line_new on payments.bank_line (at) where state = 'new';
create index bank_line_of_unit on payments.bank_line (unit_id, day);
call scope.protect('payments.bank_line');
create policy units on payments.bank_line to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and unit_id = any ((select scope.units())::uuid[]));
grant select, update (state, why, bill, home_unit, dossier_id, decided_at, decided_by) on payments.bank_line to motcua_web;

-- What does not agree, or has no end: one row per kind, reference and day.
create table payments.difference (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  gateway text not null default '',
  -- Reference of the order; of the rest the identifier of the charge, the account and number of the bank's entry, the file's day.
  reference text not null,
  day date not null,
  -- Whose money it is, where that is known, and who keeps the account at the gateway.
  unit_id uuid,
  kept_by uuid,
  home_unit uuid,
  dossier_id uuid,
  dossier_code text not null default '',
  session_id uuid,
  charge_id uuid,
  there bigint,
  here bigint,
  details jsonb not null default '{}',
  found_at timestamptz not null,
  seen_at timestamptz not null,
  state text not null default 'open' check (state in ('open','in-hand','closed')),
  officer_id uuid,
  officer_name text not null default '',
  marked text check (marked in ('refund','surplus')),
  closed_at timestamptz,
  closed_how text check (closed_how in ('by-itself','by-hand')),
  unique (kind, gateway, reference, day),
  check ((state = 'closed') = (closed_at is not null))
);
create index difference_open on payments.difference (day, kind) where state <> 'closed';
create index difference_of_unit on payments.difference (unit_id, found_at);
create index difference_kept_by on payments.difference (kept_by, found_at);
create index difference_of_session on payments.difference (session_id) where session_id is not null;
call scope.protect('payments.difference');
create policy units on payments.difference to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or kept_by = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or kept_by = any ((select scope.units())::uuid[])));
grant select, update (state, officer_id, officer_name, marked, closed_at, closed_how) on payments.difference to motcua_web;

create table payments.difference_step (
  difference_id uuid not null,
  n integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('found','again','gone','taken','explained','asked','told','marked','assigned','closed')),
  actor_id uuid,
  actor_name text not null default '',
  words text not null default '',
  primary key (difference_id, n)
);
call scope.protect('payments.difference_step');
create policy with_difference on payments.difference_step to motcua_web
  using (exists (select from payments.difference d where d.id = difference_id))
  with check (exists (select from payments.difference d where d.id = difference_id) and actor_id = (select scope.officer()));
grant select, insert on payments.difference_step to motcua_web;
-- Steps are only added.
revoke update, delete on payments.difference_step from motcua_worker;

-- A wish that days be compared, and what came of it.
create table payments.matching_run (
  id uuid primary key,
  gateway text not null,
  from_day date not null,
  to_day date not null,
  unit_id uuid not null,
  asked_at timestamptz not null,
  asked_by text not null default '',
  done_at timestamptz,
  lease timestamptz,
  result jsonb,
  check (to_day between from_day and from_day + 92)
);
create index matching_run_waiting on payments.matching_run (asked_at) where done_at is null;
create index matching_run_of_unit on payments.matching_run (unit_id, asked_at desc);
call scope.protect('payments.matching_run');
create policy units on payments.matching_run to motcua_web
  using ((select scope.kind()) = 'officer' and (unit_id = any ((select scope.units())::uuid[]) or (select scope.everywhere())))
  with check ((select scope.kind()) = 'officer' and unit_id = any ((select scope.units())::uuid[]));
grant select, insert on payments.matching_run to motcua_web;

create index transfer_surplus_unsettled on payments.transfer (home_unit, session_id) where debit = 'surplus' or credit = 'surplus';

-- Charges as rooms above may compare them with what they know themselves, and when their money last moved.
create view payments.v_charge with (security_invoker = true) as
  select home_unit, dossier_id, id, dossier_code, fee, name, amount, state, payee from payments.charge;
create view payments.v_charge_moved with (security_invoker = true) as
  select home_unit, dossier_id, charge_id, day, at from payments.transfer where charge_id is not null;
grant select on payments.v_charge, payments.v_charge_moved to motcua_web, motcua_worker;

-- Comparing is set-wise, in two statements of one transaction that share temporary tables: a million lines take seconds each.
-- What is compared is known money: days for which a file of the gateway stands, and, near midnight, the days beside them.
create function payments.match_gather(p_gateway text, p_from date, p_to date, p_merchants text[]) returns bigint
language plpgsql set search_path = pg_catalog set work_mem = '64MB' as $$
declare
  covered date[] := array(select f.day from payments.money_file f where f.kind = 'settlement' and f.gateway = p_gateway and f.state = 'read');
  edges date[] := array(select distinct d + e from unnest(covered) d cross join unnest(array[-1, 0, 1]) e);
  -- The day before is looked at again: what was near midnight, and what came late.
  looked date[] := array(select d from unnest(covered) d where d between p_from - 1 and p_to);
  account text := 'gateway:' || p_gateway;
  n bigint;
begin
  drop table if exists pg_temp.match_file, pg_temp.match_ref, pg_temp.match_there, pg_temp.match_here;
  create temp table match_file on commit drop as
    select f.id, f.day from payments.money_file f where f.kind = 'settlement' and f.gateway = p_gateway and f.state = 'read';
  create temp table match_ref on commit drop as
    select l.reference from payments.settlement_line l where l.file_id in (select f.id from match_file f where f.day = any (looked))
    union
    select s.reference from payments.transfer t join payments.session s on s.home_unit = t.home_unit and s.id = t.session_id
    where t.at >= (p_from - 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and t.day = any (looked) and account in (t.debit, t.credit)
    union
    select d.reference from payments.difference d where d.gateway = p_gateway and d.state <> 'closed' and d.kind = any (payments.match_kinds('gateway'));
  get diagnostics n = row_count;
  analyze match_ref;
  -- One line per reference is the rule; only where there are more, lines that stand in two files are told from lines that stand twice.
  create temp table match_there on commit drop as
  with one as (
    select l.reference, count(*) as lines, sum(case l.kind when 'payment' then l.amount else -l.amount end) as beside,
      sum(case l.kind when 'payment' then l.amount else -l.amount end) filter (where l.day = any (covered)) as known,
      count(*) filter (where l.kind = 'payment') as payments, sum(l.amount) filter (where l.kind <> 'payment') as returned,
      max(l.day) as day, min(l.transaction) as transaction, min(l.merchant) as merchant,
      bool_or(l.merchant <> all (p_merchants)) and cardinality(p_merchants) > 0 as foreigner
    from match_ref r join payments.settlement_line l on l.reference = r.reference
    where l.file_id in (select f.id from match_file f) group by l.reference
  ), each as (
    select l.reference, l.transaction, l.kind, l.amount, l.file_id, min(l.day) as day, count(*) as copies
    from one join payments.settlement_line l on l.reference = one.reference
    where one.lines > 1 and l.file_id in (select f.id from match_file f) group by l.reference, l.transaction, l.kind, l.amount, l.file_id
  ), apart as (
    select e.reference, e.transaction, e.kind, e.amount, min(e.day) as day, max(e.copies) as copies
    from each e group by e.reference, e.transaction, e.kind, e.amount
  ), several as (
    select a.reference, sum(case a.kind when 'payment' then a.amount else -a.amount end) as beside,
      sum(case a.kind when 'payment' then a.amount else -a.amount end) filter (where a.day = any (covered)) as known,
      count(*) filter (where a.kind = 'payment') as payments, sum(a.amount) filter (where a.kind <> 'payment') as returned, max(a.copies) as copies,
      string_agg(a.transaction, ' ' order by a.transaction) as transactions
    from apart a group by a.reference
  )
  select o.reference, coalesce(s.known, o.known, 0)::bigint as known, coalesce(s.beside, o.beside)::bigint as beside, coalesce(s.payments, o.payments) as payments,
    coalesce(s.returned, o.returned, 0)::bigint as returned, coalesce(s.copies, 1) as copies, o.day, left(coalesce(s.transactions, o.transaction), 200) as transactions,
    o.merchant, o.foreigner
  from one o left join several s on s.reference = o.reference;
  analyze match_there;
  create temp table match_here on commit drop as
  select s.reference, s.home_unit, s.id as session_id, s.dossier_id, s.payee, s.state, s.amount as asked,
    coalesce(sum(case t.debit when account then t.amount else -t.amount end) filter (where t.day = any (covered)), 0)::bigint as known,
    coalesce(sum(case t.debit when account then t.amount else -t.amount end) filter (where t.day = any (edges)), 0)::bigint as beside,
    coalesce(sum(case t.debit when account then t.amount else -t.amount end), 0)::bigint as ever,
    coalesce(sum(t.amount) filter (where t.credit = account), 0)::bigint as returned,
    max(t.day) filter (where t.day = any (covered)) as day, max(t.at) as last_at
  from match_ref r join payments.session s on s.reference = r.reference and s.gateway = p_gateway
  left join payments.transfer t on t.home_unit = s.home_unit and t.session_id = s.id and account in (t.debit, t.credit)
  group by s.home_unit, s.id;
  analyze match_here;
  return n;
end $$;

-- Kinds of differences by how they are found.
create function payments.match_kinds(p_group text) returns text[] language sql immutable set search_path = pg_catalog as $$
  select case p_group
    when 'gateway' then array['unknown-reference','foreign-merchant','line-twice','taken-twice','returned-there','returned-here','only-here','only-there','amount','session-sum']
    when 'charge' then array['charge-sum','receipt-missing']
    when 'dossier' then array['not-told','told-only']
    when 'unresolved' then array['session-open','session-odd','surplus','event-failed']
    else '{}'::text[] end
$$;

create function payments.match_found() returns void language plpgsql set search_path = pg_catalog as $$
begin
  drop table if exists pg_temp.match_found;
  create temp table match_found (kind text, reference text, day date, unit_id uuid, home_unit uuid, dossier_id uuid, dossier_code text,
    session_id uuid, charge_id uuid, there bigint, here bigint, details jsonb) on commit drop;
end $$;

-- Writes what was found: new items, items that are there again, items that are gone. Where thousands of one kind are found at once (the file of
-- another province, a day without books) the first of them say enough.
create function payments.match_apply(p_kinds text[], p_gateway text, p_unit uuid, p_now timestamptz) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  analyze match_found;
  with again as (
    update payments.difference d set state = 'open', closed_at = null, closed_how = null, officer_id = null, officer_name = ''
    from match_found f
    where d.kind = f.kind and d.gateway = p_gateway and d.reference = f.reference and d.day = f.day and d.state = 'closed'
      and (d.closed_how = 'by-itself' or (d.there, d.here) is distinct from (f.there, f.here))
    returning d.id)
  insert into payments.difference_step (difference_id, n, at, kind)
  select a.id, (select coalesce(max(s.n), 0) + 1 from payments.difference_step s where s.difference_id = a.id), p_now, 'again' from again a;
  update payments.difference d set seen_at = p_now, there = f.there, here = f.here, details = f.details
  from match_found f where d.kind = f.kind and d.gateway = p_gateway and d.reference = f.reference and d.day = f.day;
  with fresh as (
    insert into payments.difference (kind, gateway, reference, day, unit_id, kept_by, home_unit, dossier_id, dossier_code, session_id, charge_id, there, here, details, found_at, seen_at)
    select f.kind, p_gateway, f.reference, f.day, f.unit_id, p_unit, f.home_unit, f.dossier_id,
      coalesce(f.dossier_code, (select c.dossier_code from payments.charge c where c.home_unit = f.home_unit and c.dossier_id = f.dossier_id limit 1), ''),
      f.session_id, f.charge_id, f.there, f.here, f.details, p_now, p_now
    from (select *, row_number() over (partition by m.kind order by m.reference) as place from match_found m) f where f.place <= 5000
    on conflict (kind, gateway, reference, day) do nothing returning id)
  insert into payments.difference_step (difference_id, n, at, kind) select f.id, 1, p_now, 'found' from fresh f;
  with gone as (
    update payments.difference d set state = 'closed', closed_at = p_now, closed_how = 'by-itself'
    where d.state <> 'closed' and d.kind = any (p_kinds) and d.gateway = p_gateway
      and not exists (select from match_found f where f.kind = d.kind and f.reference = d.reference and f.day = d.day)
    returning d.id)
  insert into payments.difference_step (difference_id, n, at, kind)
  select g.id, (select coalesce(max(s.n), 0) + 1 from payments.difference_step s where s.difference_id = g.id), p_now, 'gone' from gone g;
end $$;

-- The second statement: what was gathered is compared, charges with their entries and receipts, and what the dossiers room found is added.
create function payments.match_compare(p_gateway text, p_from date, p_to date, p_unit uuid, p_now timestamptz, p_dossiers jsonb) returns jsonb
language plpgsql set search_path = pg_catalog set work_mem = '64MB' as $$
declare
  covered date[] := array(select f.day from match_file f);
  account text := 'gateway:' || p_gateway;
begin
  perform payments.match_found();
  insert into match_found (kind, reference, day, unit_id, home_unit, dossier_id, session_id, there, here, details)
  select v.kind, v.reference, v.day, v.payee, v.home_unit, v.dossier_id, v.session_id, v.there, v.here,
    jsonb_strip_nulls(jsonb_build_object('transactions', v.transactions, 'merchant', v.merchant, 'asked', v.asked, 'state', v.state))
  from (
    select coalesce(t.reference, h.reference) as reference, greatest(t.day, h.day) as day, h.payee, h.home_unit, h.dossier_id, h.session_id,
      coalesce(t.known, 0) as there, coalesce(h.known, 0) as here, t.transactions, t.merchant, h.asked, h.state,
      case
        when t.foreigner then 'foreign-merchant'
        when h.session_id is null then 'unknown-reference'
        when t.copies > 1 then 'line-twice'
        when coalesce(t.known, 0) in (h.known, h.beside) or coalesce(t.beside, 0) in (h.known, h.beside) then
          case when h.state = 'settled' and h.ever <> h.asked then 'session-sum' end
        when t.payments > 1 and t.known > h.known and h.known > 0 then 'taken-twice'
        when t.returned > 0 and t.known < h.known then 'returned-there'
        when h.returned > 0 and t.known > h.known then 'returned-here'
        when t.reference is null then
          -- Booked around midnight: the file of the next day may have it.
          case when h.day + 1 = any (covered) or h.last_at < (h.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' - interval '15 minutes'
            or h.last_at > (h.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '15 minutes' then 'only-here' end
        when h.known = 0 then 'only-there'
        else 'amount'
      end as kind
    from match_there t full join match_here h on h.reference = t.reference) v
  where v.kind is not null and v.day is not null;
  perform payments.match_apply(payments.match_kinds('gateway'), p_gateway, p_unit, p_now);

  drop table if exists pg_temp.match_charge;
  create temp table match_charge on commit drop as
    select t.home_unit, t.dossier_id, t.charge_id from payments.transfer t
    where t.charge_id is not null and t.day between p_from and p_to and t.at >= p_from::timestamp at time zone 'Asia/Ho_Chi_Minh'
    union
    select d.home_unit, d.dossier_id, d.charge_id from payments.difference d where d.state <> 'closed' and d.kind = any (payments.match_kinds('charge'));
  analyze match_charge;
  perform payments.match_found();
  insert into match_found
  select v.kind, v.id::text, v.day, v.payee, v.home_unit, v.dossier_id, v.dossier_code, null, v.id, v.booked, v.expected,
    jsonb_build_object('fee', v.name, 'state', v.state)
  from (
    select c.home_unit, c.dossier_id, c.id, c.dossier_code, c.name, c.state, c.payee, b.day,
      case when k.kind = 'charge-sum' then b.owed else c.amount end as booked,
      case when k.kind = 'charge-sum' then case c.state when 'owed' then c.amount else 0 end else 0 end as expected, k.kind
    from (
      select t.home_unit, t.dossier_id, t.charge_id, max(t.day) as day, bool_or(t.key like 'before:%') as before,
        coalesce(sum(case when t.debit = 'owed' then t.amount else -t.amount end) filter (where 'owed' in (t.debit, t.credit)), 0)::bigint as owed
      from match_charge m join payments.transfer t on t.home_unit = m.home_unit and t.dossier_id = m.dossier_id and t.charge_id = m.charge_id
      group by t.home_unit, t.dossier_id, t.charge_id) b
    join payments.charge c on c.home_unit = b.home_unit and c.dossier_id = b.dossier_id and c.id = b.charge_id
    left join payments.receipt r on r.home_unit = c.home_unit and r.id = c.receipt_id and r.cancelled_at is null
    cross join lateral (
      select 'charge-sum' where b.owed <> case c.state when 'owed' then c.amount else 0 end
      union all
      -- What dossiers of before told of their money has no receipt of ours.
      select 'receipt-missing' where c.state = 'paid' and r.id is null and not b.before) k(kind)) v;
  perform payments.match_apply(payments.match_kinds('charge'), '', p_unit, p_now);

  if p_dossiers is not null then
    perform payments.match_found();
    insert into match_found
    select d.kind, d.charge::text, d.day, d.payee, d.home_unit, d.dossier_id, d.dossier_code, null, d.charge, null, null,
      jsonb_build_object('fee', d.name, 'state', d.books, 'dossier', d.dossier)
    from jsonb_to_recordset(p_dossiers) as d(kind text, charge uuid, day date, payee uuid, home_unit uuid, dossier_id uuid, dossier_code text, name text,
      books text, dossier text);
    perform payments.match_apply(payments.match_kinds('dossier'), '', p_unit, p_now);
  end if;
  return jsonb_build_object(
    'there', (select coalesce(sum(t.known), 0) from match_there t), 'here', (select coalesce(sum(h.known), 0) from match_here h),
    'references', (select count(*) from match_ref),
    'days', (select coalesce(jsonb_object_agg(f.day, jsonb_build_object(
        'there', (select coalesce(sum(case l.kind when 'payment' then l.amount else -l.amount end), 0) from payments.settlement_line l where l.file_id = f.id),
        'here', (select coalesce(sum(case t.debit when account then t.amount else -t.amount end), 0) from payments.transfer t
          where t.day = f.day and t.at >= f.day::timestamp at time zone 'Asia/Ho_Chi_Minh' and account in (t.debit, t.credit) and t.session_id is not null))), '{}')
      from match_file f where f.day between p_from and p_to),
    'open', (select count(*) from payments.difference d where d.state <> 'closed' and d.seen_at = p_now));
end $$;

-- What has no end: payments of which nothing final is known for an hour, money that does not fit, money to be given back, facts that no try could tell.
create function payments.match_unresolved(p_unit uuid, p_now timestamptz) returns integer
language plpgsql set search_path = pg_catalog as $$
declare n integer;
begin
  perform payments.match_found();
  insert into match_found
  select case s.state when 'odd' then 'session-odd' else 'session-open' end, s.reference, (s.begun_at at time zone 'Asia/Ho_Chi_Minh')::date, s.payee,
    s.home_unit, s.dossier_id, null, s.id, null, (s.record ->> 'amount')::bigint, s.amount, jsonb_build_object('gateway', s.gateway, 'state', s.state, 'asked', s.amount, 'since', floor(extract(epoch from s.begun_at) * 1000))
  from payments.session s
  where s.state = 'odd' or s.ask_at is not null and s.state in ('begun','open') and s.begun_at < p_now - interval '1 hour';
  insert into match_found
  select 'surplus', coalesce(b.reference, b.evidence), b.day, b.unit_id, b.home_unit, b.dossier_id, null, b.session_id, null, b.amount, 0,
    jsonb_build_object('evidence', b.evidence, 'since', floor(extract(epoch from b.at) * 1000))
  from (
    select t.home_unit, m.session_id, s.reference, min(t.at) as at, min(t.day) as day, (min(t.unit_id::text))::uuid as unit_id, (min(t.dossier_id::text))::uuid as dossier_id,
      min(t.evidence) as evidence, sum(case when t.credit = 'surplus' then t.amount else -t.amount end)::bigint as amount
    from payments.transfer t
    -- What is taken back names the entry that brought it.
    left join payments.transfer o on o.home_unit = t.home_unit and o.id = t.reverses
    cross join lateral (select coalesce(t.session_id, o.session_id) as session_id) m
    left join payments.session s on s.home_unit = t.home_unit and s.id = m.session_id
    where (t.debit = 'surplus' or t.credit = 'surplus') and s.state is distinct from 'odd'
    group by t.home_unit, m.session_id, s.reference, case when m.session_id is null then coalesce(t.reverses, t.id) end
    having sum(case when t.credit = 'surplus' then t.amount else -t.amount end) > 0) b
  -- A transfer that nobody could place has its own item as long as that is open.
  where not exists (select from payments.difference d where d.reference = b.evidence and d.kind like 'transfer-%' and d.state <> 'closed');
  insert into match_found
  select 'event-failed', e.id::text, (e.at at time zone 'Asia/Ho_Chi_Minh')::date, c.payee, e.home_unit, c.dossier_id, e.payload ->> 'code', null, null, null, null,
    jsonb_build_object('topic', e.topic, 'since', floor(extract(epoch from e.at) * 1000))
  from outbox.event e
  left join lateral (select x.payee, x.dossier_id from payments.charge x where x.home_unit = e.home_unit and x.dossier_id::text = e.subject limit 1) c on true
  where e.done_at is null and e.attention_at is not null and e.topic like 'payment.%';
  perform payments.match_apply(payments.match_kinds('unresolved'), '', p_unit, p_now);
  select count(*) into n from match_found;
  return n;
end $$;

-- An item about one thing, made when it is met; what is closed by hand stays closed.
create function payments.note_difference(p jsonb) returns void language plpgsql set search_path = pg_catalog as $$
declare made uuid;
begin
  insert into payments.difference (kind, gateway, reference, day, unit_id, kept_by, home_unit, dossier_id, dossier_code, there, here, details, found_at, seen_at)
  values (p ->> 'kind', coalesce(p ->> 'gateway', ''), p ->> 'reference', (p ->> 'day')::date, (p ->> 'unit')::uuid, (p ->> 'keptBy')::uuid, (p ->> 'homeUnit')::uuid,
    (p ->> 'dossier')::uuid, coalesce(p ->> 'dossierCode', ''), (p ->> 'there')::bigint, (p ->> 'here')::bigint, coalesce(p -> 'details', '{}'),
    (p ->> 'at')::timestamptz, (p ->> 'at')::timestamptz)
  on conflict (kind, gateway, reference, day) do nothing returning id into made;
  if made is not null then
    insert into payments.difference_step (difference_id, n, at, kind) values (made, 1, (p ->> 'at')::timestamptz, 'found');
  end if;
end $$;

-- Asks the gateway again about the session of an item, whatever its state: the truth follows.
create function payments.ask_again(p_difference uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update payments.session s set ask_at = p_now
  from payments.difference d
  where d.id = p_difference and s.home_unit = d.home_unit and s.id = d.session_id and scope.kind() = 'officer'
    and (d.unit_id = any (scope.units()) or d.kept_by = any (scope.units()));
  return found;
end $$;
