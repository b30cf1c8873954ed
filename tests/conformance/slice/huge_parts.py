# Slices whose parts are beyond 64 bits.
for s in [slice(0,5,-2**70),slice(0,5,2**70),slice(-2**70,2**70),slice(None,None,2**64),slice(2**70,None,-1),slice(None,None,-2**63)]:
    for r in [range(-5,5),range(2**70),range(0),range(2**70,0,-3)]:
        try: print(r[s])
        except Exception as e: print(type(e),e)
    print([1,2,3][s],"abc"[s],s.indices(5),s.indices(2**80))
