raise ImportError("own text", name="own name")
