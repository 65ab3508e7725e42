-- Bound once: the second sign-in of the same browser finds the first answer.
with bound as (
  update identity.person set bound_to = $person::uuid
  where id = $guest::uuid and kind = 'guest' and bound_to is null
  returning bound_to
)
select bound_to, true as fresh from bound
union all
select bound_to, false from identity.person
where id = $guest::uuid and kind = 'guest' and bound_to is not null and not exists (select from bound)
