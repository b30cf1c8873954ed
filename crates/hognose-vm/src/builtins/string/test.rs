//! `isalpha` and its like.

use crate::native::{Args, Result};
use crate::text::case;
use crate::value::Value;
use crate::vm::Vm;

fn test(vm: &mut Vm<'_>, args: Args, test: fn(&[u8]) -> bool) -> Result {
    let text = args.get(vm, 0);
    let (answer, cost) = {
        let text = vm.heap.text(text);
        (test(&text), text.len())
    };
    vm.charge(cost / 2);
    Ok(Value::bool(answer))
}

macro_rules! tests {
    ($($name:ident $test:path)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "`")]
            pub fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                test(vm, args, $test)
            }
        )+
    };
}

tests! {
    isalnum case::is_alnum
    isalpha case::is_alpha
    isdecimal case::is_decimal
    isdigit case::is_digit
    isidentifier case::is_identifier
    islower case::is_lower
    isnumeric case::is_numeric
    isprintable case::is_printable
    isspace case::is_all_space
    istitle case::is_title
    isupper case::is_upper
}

/// `isascii`
pub fn isascii(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = args.get(vm, 0);
    Ok(Value::bool(vm.heap.is_ascii(text)))
}
