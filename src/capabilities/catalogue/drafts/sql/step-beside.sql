select s.content
from catalogue.draft_step s join catalogue.draft d on d.id = s.draft_id
where d.id = $id and s.nth = d.step + $way::integer
