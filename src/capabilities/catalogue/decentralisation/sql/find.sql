select id, number, issuer, decided_on, kind, codes, to_level, to_unit, from_day, until_day, open_dossiers, state, note, author,
  proposed_at, decider, decided_at, carried_out_at, told
from catalogue.decentralisation where id = $id
