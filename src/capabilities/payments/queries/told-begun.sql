select payments.told_begun($told) as state
