select code, from_day, replaced_by
from catalogue.closing
