select identity.know_person($id::uuid, $subject, $number, $name, $folded, $birth, $sex, null, null, null, to_timestamp($now::double precision / 1000)) as person
