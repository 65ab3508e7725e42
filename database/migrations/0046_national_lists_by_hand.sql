-- A national list that somebody hands in through a page. Its bytes wait for the worker, which reads them apart from those who are
-- served, and are forgotten once they were read.
create table catalogue.national_upload (
  id uuid primary key,
  name text not null,
  list bytea,
  details bytea,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting','reading','read','refused')),
  begun_at timestamptz,
  tries integer not null default 0,
  refusal jsonb,
  list_id uuid references catalogue.national_list (id)
);
create index national_upload_open on catalogue.national_upload (uploaded_at) where state in ('waiting','reading');
call scope.protect('catalogue.national_upload');
create policy officers on catalogue.national_upload to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert on catalogue.national_upload to motcua_web;
grant select, update on catalogue.national_upload to motcua_worker;

-- Who handed it in (null: the command line), and how many remarks of each kind reading it left.
alter table catalogue.national_list add column read_by uuid, add column counts jsonb;

-- What the reading corrected, kept although doubtful, or set aside.
create table catalogue.national_remark (
  list_id uuid not null references catalogue.national_list (id),
  nth integer not null,
  code text not null,
  field text not null,
  action text not null check (action in ('corrected','kept','set-aside')),
  reason text not null,
  before text not null,
  after text not null,
  primary key (list_id, nth)
);
create index national_remark_reason on catalogue.national_remark (list_id, reason, nth);
grant select on catalogue.national_remark to motcua_web;
grant select, insert on catalogue.national_remark to motcua_worker;
