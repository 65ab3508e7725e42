select counts, mine, filters
from dossiers.desk_of($asker::uuid, $readable::uuid[], $everywhere, $units::uuid[], $now::timestamptz, $soon::timestamptz, $most::integer)
