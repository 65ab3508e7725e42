delete from catalogue.announced where announcement = $id returning code
