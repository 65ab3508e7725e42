select unit_id, name, tax_code, bin, number, holder, treasury_code, treasury_account from payments.account
