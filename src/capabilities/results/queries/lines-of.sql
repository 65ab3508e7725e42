select label from results.lines_of($token)
