update declarations.declaration set signed = $signed, version = version + 1
where person_id = $person and id = $id and version = $version returning version
