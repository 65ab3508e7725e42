select results.line_agrees($token, $label, $words) as agrees
