-- Sources that came after the comparison by stretches tell the version of a row as the others do: the transaction that wrote it last.
create or replace view results.v_log_file with (security_invoker = true) as
  select f.home_unit || '/' || f.dossier_id || '/' || f.result_id as key, f.xact, jsonb_build_array(f.home_unit, f.dossier_id, f.result_id, r.number,
    r.token, f.sha256, f.octets, f.signatures, public_log.moment(f.made_at))::text as content, f.xmin::text::bigint + r.xmin::text::bigint as version
  from results.file f join results.result r on r.home_unit = f.home_unit and r.dossier_id = f.dossier_id and r.id = f.result_id;
create or replace view results.v_log_event with (security_invoker = true) as
  select e.home_unit || '/' || e.dossier_id || '/' || e.result_id || '/' || e.seq as key, e.xact, jsonb_build_array(e.home_unit, e.dossier_id,
    e.result_id, e.seq, e.kind, e.ground, e.replaced_by, public_log.moment(e.at), e.actor_kind, e.actor_id, e.actor_name,
    e.actor_unit)::text as content, e.xmin::text::bigint as version
  from results.event e;
