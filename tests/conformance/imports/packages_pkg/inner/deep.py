print("deep", __name__)
where = "deep in " + __package__
