delete from signing.consent where state = $state and officer_id = $officer
returning kept, until
