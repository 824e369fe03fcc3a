"""Which cities were members on a day, since when, until when, by which admission and as what: one answer, stored.

`days` is the rule: from which day and until which day an admission counts. `recompute` keeps both days with each
admission, and with each city whether it is a member today. `standing` says what a city was on a day, `periods` gives
the times of its membership. `why` tells in sentences which record makes a city a member on a day. How the network grew
is counted in `admissions.growth`.
"""
