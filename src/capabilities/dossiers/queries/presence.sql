with mine as (
  insert into dossiers.presence (home_unit, dossier_id, officer_id, officer_name, seen_at)
  values ($home_unit, $id, $officer, $officer_name, $now)
  on conflict (home_unit, dossier_id, officer_id) do update set seen_at = excluded.seen_at
)
select officer_name from dossiers.presence
where home_unit = $home_unit and dossier_id = $id and officer_id <> $officer and seen_at > $since
