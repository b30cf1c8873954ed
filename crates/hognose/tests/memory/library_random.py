import random
random.seed(5)
print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(50), 5))
l = list(range(10)); random.shuffle(l); print(l)
