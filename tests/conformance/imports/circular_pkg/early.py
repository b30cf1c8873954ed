import circular_pkg.early_user
value = 1
