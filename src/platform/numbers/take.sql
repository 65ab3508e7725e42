select codes.take($unit, $day, $series, $count) as first
