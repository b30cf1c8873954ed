//! Register instructions: what lowering emits and the interpreter runs. Internal; they change as they please.
//!
//! One word each: `op u8, s u8, a u16, b u16, c u16` from the low bits up. Registers are a, b, c; `rel` is a signed distance
//! in instructions from the next instruction; `k` indexes the values of the code object; a cache operand is the distance
//! in words from the start of the code object to the cache.

macro_rules! ops {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
        #[repr(u8)]
        enum Number { $($name),+ }
        // Some are only reached by number: binary operations lie in a row.
        $( $(#[doc = $doc])+ #[allow(dead_code)] pub const $name: u8 = Number::$name as u8; )+
        /// Their names, by number.
        pub static NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

ops! {
    /// nothing
    NOP
    /// a = b
    MOVE
    /// a = value k (b | c << 16)
    LOADK
    /// a = int (b | c << 16, signed)
    LOADI
    /// a = special value b
    LOADS
    /// UnboundLocalError when a is unbound
    CHECK
    /// unbinds a, error when it is
    DELLOCAL
    /// a = content of cell b
    LOADCELL
    /// content of cell a = b
    STORECELL
    /// empties cell a
    DELCELL
    /// a = new cell with content b (0xFFFF: empty)
    MAKECELL
    /// the b free cells of the closure into a, a+1 ..
    COPYFREE
    /// a = name k (c | s << 16) of the namespace, else content of cell b
    LOADCLASSCELL
    /// a = global; cache (b | c << 16)
    LOADGLOBAL
    /// global = a; cache (b | c << 16)
    STOREGLOBAL
    /// unbinds global k (b | c << 16)
    DELGLOBAL
    /// a = name k of namespace, globals, builtins
    LOADNAME
    /// name k of the namespace = a
    STORENAME
    /// unbinds name k of the namespace
    DELNAME
    /// a = b.name; cache (c | s << 16)
    LOADATTR
    /// a.name = b; cache (c | s << 16)
    STOREATTR
    /// del a.name; k (b | c << 16)
    DELATTR
    /// a, a+1 = method name of b and receiver, or null and the value; cache (c | s << 16)
    LOADMETHOD
    /// a = b[c]
    SUBSCR
    /// a[b] = c
    STORESUB
    /// del a[b]
    DELSUB
    /// a = slice of the c values from b on
    SLICE
    /// a = -b
    NEG
    /// a = +b
    POS
    /// a = ~b
    INV
    /// a = not b
    NOT
    /// a = b + c; s = 1 for in place, so for all of these
    ADD
    /// a = b - c
    SUB
    /// a = b * c
    MUL
    /// a = b / c
    TRUEDIV
    /// a = b // c
    FLOORDIV
    /// a = b % c
    MOD
    /// a = b ** c
    POW
    /// a = b << c
    LSHIFT
    /// a = b >> c
    RSHIFT
    /// a = b & c
    AND
    /// a = b | c
    OR
    /// a = b ^ c
    XOR
    /// a = b @ c
    MATMUL
    /// a = b + int c (signed)
    ADDI
    /// a = b - int c (signed)
    SUBI
    /// a = b op c; s = CompareOp 0 to 5
    CMP
    /// a = b is c; s = 1 for `is not`
    IS
    /// a = b in c; s = 1 for `not in`
    CONTAINS
    /// jumps rel c when (a op b) is the truth in bit 4 of s; op in the low bits
    CMPJ
    /// jumps rel c when (a op int b) is the truth in bit 4 of s
    CMPIJ
    /// jumps rel (b | c << 16)
    JUMP
    /// jumps rel back and charges for the way
    LOOP
    /// jumps rel when a is false
    JF
    /// jumps rel when a is true
    JT
    /// jumps rel when a is None
    JNONE
    /// jumps rel when a is not None
    JNOTNONE
    /// a = iter(b)
    GETITER
    /// b = next of iterator a, or jumps rel c; s = 1: or goes to the next instruction, which is skipped otherwise
    FORITER
    /// a = aiter(b)
    GETAITER
    /// a = awaitable of anext(b)
    GETANEXT
    /// a aiterator, a+1 exception: passes for StopAsyncIteration, else raises it
    ENDASYNCFOR
    /// a = iterator for `yield from` b
    GETYFITER
    /// a = tuple of the c values from b on
    BTUPLE
    /// a = list of them
    BLIST
    /// a = set of them
    BSET
    /// a = dict of c pairs from b on
    BDICT
    /// a = the c strings from b on joined
    BSTR
    /// list a append b
    LAPPEND
    /// set a add b
    SADD
    /// dict a [b] = c
    DADD
    /// list a extend b
    LEXTEND
    /// set a update b
    SUPDATE
    /// dict a update b
    DUPDATE
    /// dict a update b, TypeError on double keys; callable in a-2
    DMERGE
    /// a = tuple of list b
    L2T
    /// the c items of b into a+c-1 down to a
    UNPACK
    /// items of b: s before the star, c after it; last ones from a up, list, first ones
    UNPACKX
    /// a = format(b); s = conversion
    FORMAT
    /// a = format(b, c); s = conversion
    FORMATS
    /// c = a(b arguments from a+1 on)
    CALL
    /// c = method a of receiver a+1 (null: a+1 is no receiver and a+1 holds ... ) with b arguments from a+2 on
    CALLM
    /// a = a(b arguments), the last named by tuple k (c | s << 16)
    CALLK
    /// a = method call with names k
    CALLMK
    /// a = a(*a+1, **a+2); s = 1 with mapping
    CALLX
    /// a = function of stub k b with parts from c on; s says which
    MKFUN
    /// a = __build_class__
    BUILDCLASS
    /// returns a
    RET
    /// yields a, sent value into a
    YIELD
    /// the same in an asynchronous generator
    AYIELD
    /// delegates to iterator a, sending a+1; the result into a
    YFROM
    /// a = iterator of awaitable a; s as in the image
    AWAITABLE
    /// raises: s operands a, b
    RAISE
    /// raises a again
    RERAISE
    /// exception a becomes the handled one: a = previous, a+1 = exception
    PUSHH
    /// a becomes the handled exception again
    POPH
    /// a = exception b matches c
    MATCHX
    /// exception a, type a+1: a = rest, a+1 = match
    MATCHG
    /// a = what to raise of original a, list a+1
    PREPSTAR
    /// manager a: a = exit, a+1 = entered
    WITHENTER
    /// a+3 = exit a called with exception a+2
    WITHEXC
    /// manager a: a = aexit, a+1 = awaitable
    AWITHENTER
    /// a = AssertionError
    LOADAE
    /// a = is b a mapping
    MMAP
    /// a = is b a sequence
    MSEQ
    /// a = values of keys c in b, or None
    MKEYS
    /// a = attributes of subject a for class a+1, names a+2, b positional
    MCLASS
    /// a = len(b)
    LEN
    /// a = module k of level a, fromlist a+1
    IMPORT
    /// a = attribute k (c | s << 16) of module b
    IMPORTFROM
    /// all names of module a
    IMPORTSTAR
    /// makes `__annotations__`
    SETUPANN
    /// shows a
    PRINTEXPR
    /// never reached: stands behind a RAISE at the end of the code
    STOP
}

/// Builds an instruction.
#[inline]
pub const fn word(op: u8, s: u8, a: u16, b: u16, c: u16) -> u64 {
    op as u64 | (s as u64) << 8 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48
}

/// Builds an instruction with a 32-bit operand in b and c.
#[inline]
pub const fn wide(op: u8, s: u8, a: u16, bc: u32) -> u64 {
    op as u64 | (s as u64) << 8 | (a as u64) << 16 | (bc as u64) << 32
}

/// s of an instruction.
#[inline]
pub const fn s(w: u64) -> u8 {
    (w >> 8) as u8
}
/// a of an instruction.
#[inline]
pub const fn a(w: u64) -> usize {
    (w >> 16) as u16 as usize
}
/// b of an instruction.
#[inline]
pub const fn b(w: u64) -> usize {
    (w >> 32) as u16 as usize
}
/// c of an instruction.
#[inline]
pub const fn c(w: u64) -> usize {
    (w >> 48) as usize
}
/// b and c as one number.
#[inline]
pub const fn bc(w: u64) -> u32 {
    (w >> 32) as u32
}
/// c and s as one number.
#[inline]
pub const fn cs(w: u64) -> usize {
    c(w) | (s(w) as usize) << 16
}
