total = sum(range(100))
names = {str(n): n for n in range(50)}
