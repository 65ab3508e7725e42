select payments.heard($notice) as known
