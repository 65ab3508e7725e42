select a.id, a.number, a.issuer, a.about, a.decided_on, a.effective_on, a.published_on, a.law, a.law_effective_on, a.file_sha256,
  a.file_name, a.revision, a.entered_at,
  (select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'what', i.what, 'version', i.version) order by i.code), '[]')
   from catalogue.announced i where i.announcement = a.id) as items
from catalogue.announcement a
where a.id = $id
