# an uncaught error inside an imported module
import _fails_deep
