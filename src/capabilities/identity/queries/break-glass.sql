select id, secret from identity.break_glass($email)
