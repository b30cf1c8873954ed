print("inner init", __name__)
inner_name = "inner"
