select payments.note_difference($difference) is null as ok
