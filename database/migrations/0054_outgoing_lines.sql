-- Money that went out by a bank statement ends the refund that its words name (docs/how-to/reconcile-a-day.md).
-- refunded: a refund has been paid by this line, or was marked as paid by hand and is confirmed by it. A line `out` that nobody
-- has decided upon is of before; the worker takes it up with the new ones.
alter table payments.bank_line
  add column refund text check (refund ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  drop constraint bank_line_state_check,
  add constraint bank_line_state_check check (state in ('new','out','settled','surplus','assigned','refunded')),
  add constraint bank_line_refunded check (state <> 'refunded' or refund is not null);
grant update (refund) on payments.bank_line to motcua_web;
-- Each refund is confirmed by one line at most.
create unique index bank_line_refund on payments.bank_line (refund) where state = 'refunded';
create index bank_line_undecided on payments.bank_line (at, account, number) where state = 'new' or (state = 'out' and decided_at is null);

-- tied: given to a refund by a person; returned: the money that was marked has been given back.
alter table payments.difference_step
  drop constraint difference_step_kind_check,
  add constraint difference_step_kind_check
    check (kind in ('found','again','gone','taken','explained','asked','told','marked','assigned','tied','returned','closed'));
create index difference_to_return on payments.difference (day, id) where marked = 'refund' and state <> 'closed';

-- Where the money of a refund lies, so that its charge can be locked before it. No lock: everybody locks the money first.
create function payments.refund_place(p_code text) returns table (home_unit uuid, dossier_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if scope.kind() not in ('officer', 'system') then raise exception 'refunds are decided upon by officers' using errcode = '42501'; end if;
  return query select r.home_unit, r.dossier_id from payments.refund r where r.code = p_code;
end $$;

-- Whether another line than this one has confirmed a refund, whoever's account it is of.
create function payments.refund_confirmed(p_code text, p_account text, p_number text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if scope.kind() not in ('officer', 'system') then raise exception 'refunds are decided upon by officers' using errcode = '42501'; end if;
  return exists (select from payments.bank_line l where l.refund = p_code and l.state = 'refunded' and (l.account, l.number) <> (p_account, p_number));
end $$;
