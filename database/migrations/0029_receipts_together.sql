-- dossiers.receipt_by_secret for many who ask at once: one run of one plan for all of them, as dossiers.track_all. Says the same, and
-- nothing for a wrong code or secret. Every look at the tracking page asks it beside dossiers.track_all.
create function dossiers.receipts_all(p_asked jsonb) returns table (n integer, found jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select q.n, jsonb_build_object(
    'applicant', jsonb_strip_nulls(jsonb_build_object(
      'name', d.applicant ->> 'name',
      'personalNumber', dossiers.masked(d.applicant ->> 'personalNumber', 3),
      'phone', dossiers.masked(d.applicant ->> 'phone', 3),
      'email', left(d.applicant ->> 'email', 1) || '***' || substring(d.applicant ->> 'email' from '@.*$'))),
    'documents', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'source', t.source, 'originals', t.originals,
        'copies', t.copies, 'seq', t.seq, 'replacedBy', t.replaced_by) order by t.added_at, t.id)
      from dossiers.document t where t.home_unit = d.home_unit and t.dossier_id = d.id), '[]'),
    'answers', coalesce((select f.answers from dossiers.form f where f.home_unit = d.home_unit and f.dossier_id = d.id order by f.seq desc limit 1), '{}'))
  from jsonb_to_recordset(p_asked) as q(n integer, code text, secret text)
  join dossiers.dossier d on d.code = q.code and d.secret = q.secret;
end $$;
