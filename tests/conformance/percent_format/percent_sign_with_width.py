# A percent sign with flags or a width is no conversion.
for t,a in [('%5%',()),('%5%',(1,)),('%%',()),('% %',()),('%5%',{}),('%(a)%',{'a':1}),('%(a)%',{}),('%*%',(5,)),('%*%',(5,6)),('%5y',()),('%5y',(1,)),('%5%%',()),('%(a)s %5%',{'a':1}),('%(b)y',{'a':1}),('%l%',()),('%h%',()),('%ld',(5,))]:
    for c in (t, t.encode()):
        b=a
        if isinstance(c,bytes) and isinstance(a,dict): b={k.encode():v for k,v in a.items()}
        try: print(c,b,c % b)
        except Exception as e: print(c,b,type(e).__name__,e)
