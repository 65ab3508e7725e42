select source, place, key, xact::text, digest from public_log.next_page($seen, $taking, $at_place, $at_xact, $at_key, $most)
