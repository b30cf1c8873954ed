def leaf():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("leaf") from e


try:
    leaf()
except ValueError as e:
    note = e
    note.add_note("a note on the leaf")
group = ExceptionGroup("top", [note, ExceptionGroup("sub", [TypeError("t"), OSError(1, "o")])])
group.add_note("a note on the group")
raise group
