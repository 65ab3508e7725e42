select code from catalogue.national_item where list_id = $list and change = $change and decision is null order by code limit $size
