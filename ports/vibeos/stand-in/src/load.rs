//! The loader, as the kernel's: segments are copied one by one, the rest of each is zeroed, and only relative relocations are done.

const RELATIVE: u64 = 1027;

fn get<const N: usize>(at: usize) -> [u8; N] {
    // SAFETY: inside the file or the loaded program.
    unsafe { core::slice::from_raw_parts(at as *const u8, N) }.try_into().unwrap_or([0; N])
}

fn word(at: usize) -> usize {
    u64::from_le_bytes(get(at)) as usize
}

fn half(at: usize) -> usize {
    u16::from_le_bytes(get(at)).into()
}

/// Loads a program; gives its entry. None: it is not one that the kernel takes.
pub fn load(file: usize, base: usize) -> Option<usize> {
    // 64 bits, little-endian, position independent, AArch64.
    if get::<6>(file) != *b"\x7fELF\x02\x01" || half(file + 16) != 3 || half(file + 18) != 183 {
        return None;
    }
    let (first, size, count) = (file + word(file + 32), half(file + 54), half(file + 56));
    let mut dynamic = None;
    for header in (0..count).map(|i| first + i * size) {
        let (kind, offset, address) =
            (u32::from_le_bytes(get(header)), word(header + 8), base + word(header + 16));
        let (stored, whole) = (word(header + 32), word(header + 40));
        match kind {
            // SAFETY: memory for programs; nothing else is there.
            1 => unsafe {
                core::ptr::copy_nonoverlapping((file + offset) as *const u8, address as *mut u8, stored);
                core::ptr::write_bytes((address + stored) as *mut u8, 0, whole - stored);
            },
            2 => dynamic = Some(address),
            _ => {}
        }
    }
    let (mut table, mut bytes, mut entry) = (0, 0, 24);
    let mut at = dynamic.unwrap_or(0);
    while at != 0 && word(at) != 0 {
        match word(at) {
            7 => table = base + word(at + 8),
            8 => bytes = word(at + 8),
            9 => entry = word(at + 8),
            _ => {}
        }
        at += 16;
    }
    for at in (0..bytes / entry).map(|i| table + i * entry) {
        if word(at + 8) as u64 != RELATIVE {
            return None;
        }
        // SAFETY: a place in the program.
        unsafe { ((base + word(at)) as *mut usize).write_unaligned(base + word(at + 16)) };
    }
    Some(base + word(file + 24))
}
