-- What people sign with keys of their own when they file, and whom they ask to sign beside them.
create schema declarations;
grant usage on schema declarations to motcua_web, motcua_worker;

-- The personal number of whoever is signed in; null for guests and officers.
create function declarations.own_number() returns text language sql stable security definer set search_path = pg_catalog as $$
  select p.personal_number from identity.person p where p.id = (select scope.person()) and p.kind = 'citizen'
$$;
revoke all on function declarations.own_number() from public;
grant execute on function declarations.own_number() to motcua_web;

-- A draft as it stood when it was made ready to be signed. A draft that says something else has another declaration, the newest counts.
create table declarations.declaration (
  person_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  -- Where it will be filed.
  receiver_unit uuid not null,
  -- Fingerprint of the submission (rules/body-hash.ts of the dossiers).
  body_hash text not null,
  -- What everybody reads who signs it.
  content jsonb not null,
  -- The text of XML with the signatures so far, and how often it changed.
  signed bytea not null,
  version integer not null default 1,
  -- So many people have to sign beside the one who files.
  others integer not null check (others between 0 and 10),
  made_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, draft_id) references dossiers.draft (person_id, id) on delete cascade on update cascade
);
create index on declarations.declaration (person_id, draft_id, made_at desc);
create index on declarations.declaration (id);

create table declarations.signer (
  person_id uuid not null,
  declaration_id uuid not null,
  id uuid not null,
  -- The one who files stands without an invitation.
  applicant boolean not null,
  name text not null check (name <> ''),
  personal_number text not null check (personal_number ~ '^\d{12}$'),
  email text not null default '',
  asked_at timestamptz not null,
  until timestamptz not null,
  signed_at timestamptz,
  declined_at timestamptz,
  reason text not null default '',
  withdrawn_at timestamptz,
  certificate text not null default '',
  serial text not null default '',
  primary key (person_id, declaration_id, id),
  foreign key (person_id, declaration_id) references declarations.declaration (person_id, id) on delete cascade on update cascade
);
-- Nobody signs twice.
create unique index signer_once on declarations.signer (declaration_id, personal_number) where withdrawn_at is null;
create index on declarations.signer (personal_number) where signed_at is null and declined_at is null and withdrawn_at is null;

-- Whether a draft has not been made ready anew since; whoever was asked to sign sees only what they were asked about.
create function declarations.is_newest(p_person uuid, p_id uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select from declarations.declaration d join declarations.declaration n on n.person_id = d.person_id and n.draft_id = d.draft_id
    and (n.made_at, n.id) > (d.made_at, d.id) where d.person_id = p_person and d.id = p_id)
$$;
revoke all on function declarations.is_newest(uuid, uuid) from public;
grant execute on function declarations.is_newest(uuid, uuid) to motcua_web;

-- Somebody is at a provider of remote signing and will come back; taken once.
create table declarations.consent (
  state text primary key,
  by_person uuid not null,
  person_id uuid not null,
  declaration_id uuid not null,
  signer_id uuid not null,
  kept jsonb not null,
  until timestamptz not null,
  foreign key (person_id, declaration_id, signer_id) references declarations.signer (person_id, declaration_id, id) on delete cascade on update cascade
);
create index on declarations.consent (until);

call scope.protect('declarations.declaration');
call scope.protect('declarations.signer');
call scope.protect('declarations.consent');
create policy own on declarations.signer to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy asked_reads on declarations.signer for select to motcua_web
  using (personal_number = (select declarations.own_number()) and withdrawn_at is null);
create policy asked_answers on declarations.signer for update to motcua_web
  using (personal_number = (select declarations.own_number()) and withdrawn_at is null)
  with check (personal_number = (select declarations.own_number()) and withdrawn_at is null);
create policy own on declarations.declaration to motcua_web using (person_id = (select scope.person())) with check (person_id = (select scope.person()));
create policy asked_reads on declarations.declaration for select to motcua_web using (exists (select from declarations.signer s
  where s.person_id = declaration.person_id and s.declaration_id = declaration.id and s.withdrawn_at is null
    and s.personal_number = (select declarations.own_number())));
create policy asked_signs on declarations.declaration for update to motcua_web using (exists (select from declarations.signer s
  where s.person_id = declaration.person_id and s.declaration_id = declaration.id and s.withdrawn_at is null
    and s.personal_number = (select declarations.own_number())));
create policy own on declarations.consent to motcua_web using (by_person = (select scope.person())) with check (by_person = (select scope.person()));
grant select, insert on declarations.declaration, declarations.signer to motcua_web;
grant update (signed, version) on declarations.declaration to motcua_web;
grant update (signed_at, declined_at, reason, withdrawn_at, certificate, serial) on declarations.signer to motcua_web;
grant select, insert, delete on declarations.consent to motcua_web;
