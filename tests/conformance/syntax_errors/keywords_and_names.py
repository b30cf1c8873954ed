kw = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split()
for k in kw:
    out = []
    for src in (f"{k} = 1", f"x.{k}", f"def {k}(): pass", f"f({k}=1)", f"import {k}", f"class {k}: pass", f"lambda {k}: 0", f"global {k}", f"for {k} in x: pass"):
        try:
            compile(src, "<s>", "exec")
            out.append("ok")
        except SyntaxError:
            out.append("-")
    print(k, *out)
for soft in ("match", "case", "_", "print", "type", "exec", "self", "nonlocals", "Async", "none"):
    for src in (f"{soft} = 1", f"x.{soft}", f"def {soft}(): pass", f"import {soft}", f"{soft}(1)", f"{soft}[1]", f"{soft} + 1", f"del {soft}", f"{soft}: int = 1", f"f({soft}=1)"):
        compile(src, "<s>", "exec")
print("soft keywords are names")
match = 5
case = [match, match]
print(match, case)
for name in ("x", "_", "__x__", "X1", "é", "名前", "ñandú", "α", "x1_"):
    ns = {}
    exec(f"{name} = 5", ns)
    print([k for k in ns if k != "__builtins__"], name.isidentifier())
for name in ("1x", "x-y", "x y", "", "x!", "²", "x.", "€"):
    print(repr(name), name.isidentifier())
