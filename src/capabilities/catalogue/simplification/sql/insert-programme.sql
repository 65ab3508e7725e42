insert into catalogue.programme (id, name, ground, cost_goal, time_goal, condition_goal, procedures, made_by, made_at)
values ($id, $name, $ground, $cost_goal, $time_goal, $condition_goal, $procedures, $by, $at)
returning id
