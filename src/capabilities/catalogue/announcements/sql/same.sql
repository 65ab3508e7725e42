select id from catalogue.announcement where number = $number and issuer = $issuer and decided_on = $decided_on
