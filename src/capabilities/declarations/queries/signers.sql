select s.id, s.applicant, s.name, s.personal_number, s.email, s.asked_at, s.until, s.signed_at, s.declined_at, s.reason, s.withdrawn_at,
  s.certificate, s.serial
from declarations.signer s where s.person_id = $person and s.declaration_id = $declaration order by s.applicant desc, s.asked_at, s.id
