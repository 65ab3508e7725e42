-- A one-time code counts once: the step of the last one used stands in the settings of the account.
update identity.officer set settings = settings || jsonb_build_object('lastStep', $step::bigint)
where id = $officer::uuid and break_glass and active and coalesce((settings ->> 'lastStep')::bigint, 0) < $step::bigint
returning true as ok
