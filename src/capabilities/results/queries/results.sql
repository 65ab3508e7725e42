select r.id, r.number, r.kind, r.title, r.outcome, r.issuer_unit, r.issuer_name, r.signer_name, r.issued_at, r.content, r.token, r.valid_until,
  coalesce(e.kind, case when r.valid_until < $today::date then 'expired' else 'valid' end) as state,
  e.ground, e.at as state_at, e.actor_name as state_by, f.sha256, f.octets, f.signatures
from results.result r
left join results.file f on f.home_unit = r.home_unit and f.dossier_id = r.dossier_id and f.result_id = r.id
left join lateral (select * from results.event e where e.home_unit = r.home_unit and e.dossier_id = r.dossier_id and e.result_id = r.id
  order by e.seq desc limit 1) e on true
where r.home_unit = $home_unit and r.dossier_id = $dossier
order by r.issued_at, r.id
