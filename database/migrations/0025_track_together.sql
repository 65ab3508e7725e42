-- dossiers.track for many who ask at once: one run of one plan for all of them. Says the same, and nothing for a wrong code or secret.
create function dossiers.track_all(p_asked jsonb) returns table (n integer, found jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select q.n, jsonb_build_object(
    'homeUnit', d.home_unit, 'id', d.id, 'code', d.code, 'procedureCode', d.procedure_code, 'procedureName', d.procedure_name, 'channel', d.channel,
    'ownerName', d.owner_name, 'holderUnit', d.holder_unit, 'competentUnit', d.competent_unit, 'helperUnit', d.helper_unit,
    'procedureVersion', d.procedure_version, 'state', d.state, 'identityPending', d.identity_pending,
    'acts', (select jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'at', a.at, 'actorKind', a.actor_kind, 'actorUnit', a.actor_unit,
        'actorName', case when a.actor_kind = 'officer' then a.actor_name else '' end, 'payload', a.payload) order by a.seq)
      from dossiers.act a where a.home_unit = d.home_unit and a.dossier_id = d.id),
    'readings', (select jsonb_build_object('count', count(*), 'last', max(r.at)) from dossiers.reading r
      where r.home_unit = d.home_unit and r.dossier_id = d.id))
  from jsonb_to_recordset(p_asked) as q(n integer, code text, secret text)
  join dossiers.dossier d on d.code = q.code and d.secret = q.secret;
end $$;
