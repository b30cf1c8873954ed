inside = "inside shadow"
