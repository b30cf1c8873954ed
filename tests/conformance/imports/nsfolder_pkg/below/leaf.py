from .. import module
value = "leaf and " + module.value
