select key, content from results.file_in_log($sha256)
