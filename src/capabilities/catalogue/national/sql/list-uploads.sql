select id, name, uploaded_by, uploaded_at, state, refusal, list_id
from catalogue.national_upload
order by uploaded_at desc, id
limit $size
