//! Constants of the module.

use hognose::declare::{Constant, Literal};
use hognose::{NativeResult, Value, Vm};

type Made = (Constant, fn(&mut Vm<'_>) -> NativeResult);

macro_rules! constants {
    ($($name:ident = $value:literal $doc:literal;)*) => {
        &[$((
            Constant { name: stringify!($name), doc: $doc, value: Literal::Int($value), unit: "" },
            |_| Ok(Value::int($value)),
        )),*]
    };
}

/// All of them.
pub const CONSTANTS: &[Made] = constants! {
    BLACK = 0x000000 "A colour.";
    WHITE = 0xFFFFFF "A colour.";
    RED = 0xFF0000 "A colour.";
    GREEN = 0x00FF00 "A colour.";
    BLUE = 0x0000FF "A colour.";
    YELLOW = 0xFFFF00 "A colour.";
    CYAN = 0x00FFFF "A colour.";
    MAGENTA = 0xFF00FF "A colour.";
    AMBER = 0xFFBF00 "A colour.";
    WIN_EVENT_NONE = 0 "No event.";
    WIN_EVENT_MOUSE_DOWN = 1 "A button went down: x, y, the button.";
    WIN_EVENT_MOUSE_UP = 2 "The left button went up: x, y, 0.";
    WIN_EVENT_MOUSE_MOVE = 3 "The pointer moved: x, y, buttons that are down.";
    WIN_EVENT_KEY = 4 "A key: its code, 0, 0.";
    WIN_EVENT_CLOSE = 5 "The window is to close; the program destroys it.";
    WIN_EVENT_FOCUS = 6 "Keys come here now.";
    WIN_EVENT_UNFOCUS = 7 "Keys go elsewhere now.";
    WIN_EVENT_RESIZE = 8 "Another outer size, and a new blank content: width, height, 0.";
    MOUSE_LEFT = 1 "A button.";
    MOUSE_RIGHT = 2 "A button.";
    MOUSE_MIDDLE = 4 "A button.";
    TTF_NORMAL = 0 "A style.";
    TTF_BOLD = 1 "A style.";
    TTF_ITALIC = 2 "A style.";
};
