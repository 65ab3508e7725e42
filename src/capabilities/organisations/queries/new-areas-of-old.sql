select old_ward, new_commune_code, split from organisations.old_area
where old_province_code = $province and old_district_code = $district and old_ward_code = $ward
order by new_commune_code
