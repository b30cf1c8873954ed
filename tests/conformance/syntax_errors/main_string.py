print("never printed")
text = 'it's wrong'
