-- The state is asked of the register at every reading, so that nobody relies on what was revoked a minute ago.
select s.id, s.kind, s.title, s.number, s.issuer_name, s.issued_at, s.home_unit, s.dossier_id, s.dossier_code,
  coalesce(e.kind, case when r.valid_until < $today::date then 'expired' else 'valid' end) as state, e.ground, r.token, r.valid_until, s.placed_at
from results.shelf s
left join results.result r on r.home_unit = s.home_unit and r.dossier_id = s.dossier_id and r.id = s.id
left join lateral (select x.kind, x.ground from results.event x where x.home_unit = s.home_unit and x.dossier_id = s.dossier_id
  and x.result_id = s.id order by x.seq desc limit 1) e on true
where s.person_id = $person
order by s.issued_at desc, s.id desc
