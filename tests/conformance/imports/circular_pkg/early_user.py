import circular_pkg.early as early
early.value
