value = "sibling"
_hidden = "hidden"
