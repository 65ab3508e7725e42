update catalogue.cost_sheet set measure = $measure, measured_at = $at where code = $code returning code
