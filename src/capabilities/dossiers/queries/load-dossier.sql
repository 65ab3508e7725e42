select d.home_unit, d.id, d.code, d.secret, d.procedure_code, d.procedure_version, d.procedure_name, d.channel, d.person_id,
  d.identity_pending, d.applicant, d.owner_name, d.helper_unit, d.state, d.seq, d.draft_id,
  (select f.answers from dossiers.form f where f.home_unit = d.home_unit and f.dossier_id = d.id order by f.seq desc limit 1) as answers
from dossiers.dossier d
where d.home_unit = $home_unit and d.id = $id
