update catalogue.national_upload
set state = $state, refusal = $refusal, list_id = $list, list = null, details = null
where id = $id
returning id
