select page, drafts from dossiers.left_drafts($code, $version, $pages, $idle, $now)
