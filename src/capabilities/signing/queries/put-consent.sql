-- Whoever did not come back in time is forgotten.
with over as (delete from signing.consent where officer_id = $officer and until < to_timestamp($now::double precision / 1000))
insert into signing.consent (state, officer_id, kept, until)
values ($state, $officer, $kept, to_timestamp($until::double precision / 1000)) returning state
