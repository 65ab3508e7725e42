with given as (
  select * from jsonb_to_recordset($rows::jsonb) as r (id uuid, issuer_subject text, name text, name_folded text, email text,
    title text, break_glass boolean, secret text, personal_number text, created_at timestamptz, posts jsonb)
), written as (
  insert into identity.officer (id, issuer_subject, name, name_folded, email, title, break_glass, secret, personal_number, created_at)
  select id, issuer_subject, name, name_folded, email, title, break_glass, secret, personal_number, created_at from given
  on conflict do nothing
  returning id
), placed as (
  insert into identity.post (id, officer_id, unit_id, role, valid_from)
  select p.id, g.id, p.unit, p.role, g.created_at
  from given g join written w on w.id = g.id
  cross join lateral jsonb_to_recordset(g.posts) as p (id uuid, unit uuid, role text)
  returning 1
)
select count(*) >= 0 as ok from placed
