select id, number, kind, title, outcome, issuer_unit, issuer_name, signer_name, issued_at, content, state
from results.result
where home_unit = $home_unit and dossier_id = $dossier
order by issued_at, id
