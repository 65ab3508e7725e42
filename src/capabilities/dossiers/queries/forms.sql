select seq, answers, words
from dossiers.form
where home_unit = $home_unit and dossier_id = $id
order by seq desc
