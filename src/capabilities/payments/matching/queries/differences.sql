select d.id, d.kind, d.gateway, d.reference, d.day, d.unit_id, d.kept_by, d.home_unit, d.dossier_id, d.dossier_code, d.session_id, d.charge_id, d.there, d.here,
  d.details, d.found_at, d.seen_at, d.state, d.officer_id, d.officer_name, d.marked, d.closed_at, d.closed_how, count(*) over () as whole
from payments.difference d
where d.kind = any ($kinds::text[]) and (d.state = 'closed') = $closed and d.day between $from and $to
  and ($officer::uuid is null or d.officer_id = $officer)
order by d.day, d.kind, d.reference limit $size offset $skip
