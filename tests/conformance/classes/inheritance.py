class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def rename(self, name):
        self.name = name
        return self


class Dog(Animal):
    sound = "woof"


class Puppy(Dog):
    def __init__(self, name, age):
        Dog.__init__(self, name)
        self.age = age

    def speak(self):
        return Dog.speak(self).upper() + "!" * self.age


for a in (Animal("generic"), Dog("rex"), Puppy("bit", 2)):
    print(type(a).__name__, a.speak(), a.rename("new").speak())
print(Puppy.__bases__, Puppy.__mro__, Puppy.__base__)
print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), issubclass(Dog, (int, Animal)), isinstance(Puppy("x", 1), (str, Dog)))
print(Animal.__subclasses__(), Dog.__subclasses__())
print(Animal.speak is Dog.speak, Puppy.speak is Dog.speak, "speak" in Dog.__dict__)


class Empty():
    pass


class FromObject(object):
    pass


print(Empty.__bases__, FromObject.__bases__, object.__bases__, object.__base__)
for src in ("class A(5): pass", "class A(Dog, Dog): pass", "class A(object, Dog): pass", "class A(None): pass", "class A(bool): pass", "class A(type(None)): pass",
            "class A(int, str): pass", "class A(x=1): pass", "class A(undefined): pass", "class A(len): pass", "class A(type(lambda: 0)): pass", "class A(range): pass"):
    try:
        exec(src)
    except Exception as e:
        print(src, "|", type(e).__name__, e)
