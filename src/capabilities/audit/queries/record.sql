select audit.record($id::uuid, to_timestamp($now::double precision / 1000), $kind, $actor::uuid, $unit::uuid, $action, $subject,
  $home_unit::uuid, $details::jsonb, $request) is null as ok
