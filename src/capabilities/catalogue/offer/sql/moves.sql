select id, number, issuer, decided_on, kind, codes, to_level, to_unit, from_day, until_day, open_dossiers
from catalogue.decentralisation
where state = 'approved'
order by from_day, id
