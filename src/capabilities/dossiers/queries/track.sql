select q.n, dossiers.track(q.code, q.secret) as found
from jsonb_to_recordset($asked) as q(n integer, code text, secret text)
