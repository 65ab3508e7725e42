-- Contents that a draft held, so that whoever took a wrong step goes back step by step, and forward again, on another day too. The
-- content that stands is in the draft itself; `nth` places the others before and behind it. A save takes the place of those ahead.
create table catalogue.draft_step (
  draft_id uuid not null references catalogue.draft (id),
  nth integer not null,
  content jsonb not null,
  left_by uuid not null,
  left_at timestamptz not null,
  primary key (draft_id, nth)
);
call scope.protect('catalogue.draft_step');
create policy officers on catalogue.draft_step to motcua_web using ((select scope.kind()) = 'officer');
grant select, insert, delete on catalogue.draft_step to motcua_web;

-- The place on which the draft stands. The column `before` held the one step there was; it is read by nobody since.
alter table catalogue.draft add column step integer not null default 0;
insert into catalogue.draft_step (draft_id, nth, content, left_by, left_at)
select id, 0, before, authors[1], changed_at from catalogue.draft where before is not null and state in ('draft', 'review');
update catalogue.draft set step = 1 where before is not null and state in ('draft', 'review');
