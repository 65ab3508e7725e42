-- What the receipt (form 01, CT04) says beyond tracking, for who holds the code and the secret without signing in. The
-- secret is printed on that same receipt, so its holder mostly has the paper; but owners are also invited to tell the secret
-- to somebody who tracks for them, so the numbers by which a person is known or called come masked, as does the address.
create function dossiers.masked(p_text text, p_shown integer) returns text language sql immutable as $$
  select repeat('*', greatest(length(p_text) - p_shown, 0)) || right(p_text, p_shown)
$$;
create function dossiers.receipt_by_secret(p_code text, p_secret text) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'applicant', jsonb_strip_nulls(jsonb_build_object(
      'name', d.applicant ->> 'name',
      'personalNumber', dossiers.masked(d.applicant ->> 'personalNumber', 3),
      'phone', dossiers.masked(d.applicant ->> 'phone', 3),
      'email', left(d.applicant ->> 'email', 1) || '***' || substring(d.applicant ->> 'email' from '@.*$'))),
    'documents', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'source', t.source, 'originals', t.originals,
        'copies', t.copies, 'seq', t.seq, 'replacedBy', t.replaced_by) order by t.added_at, t.id)
      from dossiers.document t where t.home_unit = d.home_unit and t.dossier_id = d.id), '[]'),
    'answers', coalesce((select f.answers from dossiers.form f where f.home_unit = d.home_unit and f.dossier_id = d.id order by f.seq desc limit 1), '{}'))
  from dossiers.dossier d where d.code = p_code and d.secret = p_secret
$$;
