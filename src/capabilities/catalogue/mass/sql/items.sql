select i.code, i.name, i.draft_id, i.refusal, d.state, d.revision, d.version
from catalogue.mass_change_item i left join catalogue.draft d on d.id = i.draft_id
where i.change_id = $id
order by i.code
