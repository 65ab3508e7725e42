select credentials.whose($offer::uuid) as person
