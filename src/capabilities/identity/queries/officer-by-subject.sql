select identity.officer_by_subject($subject) as officer
