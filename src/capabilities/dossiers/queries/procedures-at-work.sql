select code, name
from dossiers.procedures_at_work($asker::uuid, $readable::uuid[], $everywhere, $units::uuid[], $lists::text[], $officer::uuid, $most::integer)
