select revision from catalogue.announcement where id = $id for update
