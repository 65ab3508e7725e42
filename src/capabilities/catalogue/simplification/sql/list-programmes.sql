select id, name, ground, cost_goal, time_goal, condition_goal, procedures, made_at from catalogue.programme order by made_at desc, id
