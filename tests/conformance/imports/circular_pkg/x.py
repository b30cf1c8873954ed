from circular_pkg.y import y_value
x_value = 1
