from _plain import valeu
