select code, level, name, full_name, province_code, kind from organisations.area
