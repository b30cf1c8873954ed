from circular_pkg.x import x_value
y_value = 2
