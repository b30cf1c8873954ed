//! Changes of case, tests, and bytes laid out in fields.

use super::super::string::{put_expanded, put_zeros, tab_size};
use super::super::text::{Parts, int_argument};
use super::{buffer, length, make_like};
use crate::native::{Args, Result};
use crate::text::case::Change;
use crate::text::case::ascii;
use crate::text::sink::{Count, Fixed};
use crate::text::space::is_byte_space;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

fn change(vm: &mut Vm<'_>, args: Args, how: Change) -> Result {
    let kind = Parts::of(vm, args.get(vm, 0));
    let n = length(vm, args);
    vm.charge(n / 8);
    vm.reserve(kind.words(n))?;
    let bytes = args.get(vm, 0);
    Ok(make_like(vm, kind, n, |view, out| {
        out.copy_from_slice(view.bytes(bytes));
        ascii::change_all(out, how);
    }))
}

macro_rules! changes {
    ($($name:ident $how:ident)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "`")]
            pub fn $name(vm: &mut Vm<'_>, args: Args) -> Result {
                change(vm, args, Change::$how)
            }
        )+
    };
}

changes! {
    capitalize Capitalize
    lower Lower
    swapcase Swap
    title Title
    upper Upper
}

fn test(vm: &mut Vm<'_>, args: Args, test: impl Fn(&[u8]) -> bool) -> Result {
    vm.charge(length(vm, args) / 4);
    let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
    Ok(Value::bool(test(bytes)))
}

fn all(vm: &mut Vm<'_>, args: Args, each: impl Fn(u8) -> bool) -> Result {
    test(vm, args, |bytes| !bytes.is_empty() && bytes.iter().all(|&byte| each(byte)))
}

/// `isalnum`
pub fn isalnum(vm: &mut Vm<'_>, args: Args) -> Result {
    all(vm, args, |byte| byte.is_ascii_alphanumeric())
}

/// `isalpha`
pub fn isalpha(vm: &mut Vm<'_>, args: Args) -> Result {
    all(vm, args, |byte| byte.is_ascii_alphabetic())
}

/// `isdigit`
pub fn isdigit(vm: &mut Vm<'_>, args: Args) -> Result {
    all(vm, args, |byte| byte.is_ascii_digit())
}

/// `isspace`
pub fn isspace(vm: &mut Vm<'_>, args: Args) -> Result {
    all(vm, args, is_byte_space)
}

/// `isascii`
pub fn isascii(vm: &mut Vm<'_>, args: Args) -> Result {
    test(vm, args, <[u8]>::is_ascii)
}

/// `islower`
pub fn islower(vm: &mut Vm<'_>, args: Args) -> Result {
    test(vm, args, |bytes| {
        bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
    })
}

/// `isupper`
pub fn isupper(vm: &mut Vm<'_>, args: Args) -> Result {
    test(vm, args, |bytes| {
        bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
    })
}

/// `istitle`
pub fn istitle(vm: &mut Vm<'_>, args: Args) -> Result {
    test(vm, args, ascii::is_title)
}

fn padded(vm: &mut Vm<'_>, args: Args, name: &str, sides: fn(usize, usize) -> (usize, usize)) -> Result {
    let of = vm.builtin_type_of(args.get(vm, 0));
    let width = int_argument(vm, args, 1, Some(of), name)?;
    let mut fill = b' ';
    let filler = args.get(vm, 2);
    if !filler.is_unbound() {
        let bytes = buffer(vm, filler)?;
        let one = match bytes.and_then(|bytes| vm.heap.bytes_like(bytes)) {
            Some([byte]) => Some(*byte),
            _ => None,
        };
        let Some(byte) = one else {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "{name}() argument 2 must be a byte string of length 1, not ")?;
                crate::builtins::text::write_given(vm, args.get(vm, 2), out)
            }));
        };
        fill = byte;
    }
    let kind = Parts::of(vm, args.get(vm, 0));
    let n = length(vm, args);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX).max(n);
    if width > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    if width == n && kind == Parts::Bytes {
        return Ok(args.get(vm, 0));
    }
    let (left, _) = sides(n, width);
    vm.charge(width / 8);
    vm.reserve(kind.words(width))?;
    let bytes = args.get(vm, 0);
    Ok(make_like(vm, kind, width, |view, out| {
        out.fill(fill);
        if let Some(out) = out.get_mut(left..left + n) {
            out.copy_from_slice(view.bytes(bytes));
        }
    }))
}

/// `center`
pub fn center(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "center", |n, width| {
        let spare = width - n;
        let left = spare / 2 + (spare & width & 1);
        (left, spare - left)
    })
}

/// `ljust`
pub fn ljust(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "ljust", |n, width| (0, width - n))
}

/// `rjust`
pub fn rjust(vm: &mut Vm<'_>, args: Args) -> Result {
    padded(vm, args, "rjust", |n, width| (width - n, 0))
}

/// `zfill`
pub fn zfill(vm: &mut Vm<'_>, args: Args) -> Result {
    let of = vm.builtin_type_of(args.get(vm, 0));
    let width = int_argument(vm, args, 1, Some(of), "zfill")?;
    let kind = Parts::of(vm, args.get(vm, 0));
    let n = length(vm, args);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX).max(n);
    if width > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(width / 8);
    vm.reserve(kind.words(width))?;
    let bytes = args.get(vm, 0);
    Ok(make_like(vm, kind, width, |view, out| put_zeros(view.bytes(bytes), width - n, out)))
}

/// `expandtabs`
pub fn expandtabs(vm: &mut Vm<'_>, args: Args) -> Result {
    let size = tab_size(vm, args)?;
    let kind = Parts::of(vm, args.get(vm, 0));
    let mut count = Count::default();
    let bytes = vm.heap.bytes_like(args.get(vm, 0)).unwrap_or(&[]);
    if put_expanded(bytes, size, true, &mut count).is_err() || count.bytes > vm.heap.words() * 8 {
        return Err(vm.raise(Type::OverflowError, "result too long"));
    }
    vm.charge(count.bytes / 4);
    vm.reserve(kind.words(count.bytes))?;
    let bytes = args.get(vm, 0);
    Ok(make_like(vm, kind, count.bytes, |view, out| {
        let _ = put_expanded(view.bytes(bytes), size, true, &mut Fixed::new(out));
    }))
}
