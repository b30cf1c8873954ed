//! The writer: what it is told comes back from the reader.

use hognose_image::isa::{BinaryOp, Op};
use hognose_image::layout::*;
use hognose_image::{CodeHead, Constant, Image, Position, WriteError, Writer};

fn at(line: u32, column: u32, end_column: u32) -> Option<Position> {
    Some(Position { line, end_line: line, column, end_column })
}

fn hi(buf: &mut [u8]) -> Result<usize, WriteError> {
    let mut writer = Writer::new(buf);
    let name = writer.str(b"__main__")?;
    let file = writer.str(b"hi.py")?;
    let module = writer.module(name, file, false, None)?;
    let top = writer.str(b"<module>")?;
    let head = CodeHead {
        name: top,
        qualname: top,
        module,
        first_line: 1,
        flags: CODE_NAMESPACE,
        ..CodeHead::default()
    };
    writer.begin_code(&head)?;
    let print = writer.str(b"print")?;
    writer.position(at(1, 0, 5))?;
    writer.emit(Op::LoadName, print, 0)?;
    let text = writer.str(b"hi")?;
    writer.position(at(1, 6, 10))?;
    writer.emit(Op::Const, text, 0)?;
    writer.position(at(1, 0, 11))?;
    writer.emit(Op::Call, 1, 0)?;
    writer.emit(Op::Pop, 0, 0)?;
    writer.emit(Op::None, 0, 0)?;
    writer.emit(Op::Return, 0, 0)?;
    let code = writer.finish_code()?;
    writer.set_module_code(module, code)?;
    writer.finish()
}

#[test]
fn hello_is_small_and_comes_back() {
    let mut buf = [0xaa; 400];
    let len = hi(&mut buf).unwrap();
    assert!(len <= 120, "{len} bytes");
    let image = Image::parse(&buf[..len]).unwrap();
    assert!(!image.is_wide() && !image.is_stripped());
    assert_eq!(
        (image.module_count(), image.import_count(), image.constant_count(), image.code_count()),
        (1, 0, 5, 1)
    );
    let module = image.module(0).unwrap();
    assert_eq!(image.str(module.name), Some(&b"__main__"[..]));
    assert_eq!(image.str(module.file), Some(&b"hi.py"[..]));
    assert_eq!((module.source, module.is_package()), (None, false));
    let code = image.code(module.code).unwrap();
    assert_eq!(image.str(code.name), Some(&b"<module>"[..]));
    assert_eq!(code.max_stack, 2);
    let ops: Vec<Op> = code.instructions().map(|(_, instruction)| instruction.op).collect();
    assert_eq!(ops, [Op::LoadName, Op::Const, Op::Call, Op::Pop, Op::None, Op::Return]);
    let positions: Vec<_> = code.positions().collect();
    let call = at(1, 0, 11);
    assert_eq!(positions, [at(1, 0, 5), at(1, 6, 10), call, call, call, call]);
    assert_eq!(code.position(3), at(1, 6, 10));
    assert_eq!(code.position(4), call);
    assert_eq!(code.position(100), None);
}

#[test]
fn every_size_too_small_is_refused() {
    let mut buf = [0; 400];
    let len = hi(&mut buf).unwrap();
    let mut enough = 0;
    for size in (0..400).rev() {
        match hi(&mut buf[..size]) {
            Ok(found) => {
                assert_eq!(found, len);
                enough = size;
            }
            Err(error) => assert_eq!(error, WriteError::NoSpace { have: size }),
        }
    }
    // The writer's own needs stay small: the image takes 120 bytes.
    assert!(enough <= 200, "{enough} bytes");
}

#[test]
fn constants_are_told_apart_by_type_and_bytes() {
    let mut buf = [0; 4000];
    let mut writer = Writer::new(&mut buf);
    let different = [
        Constant::None,
        Constant::True,
        Constant::False,
        Constant::Ellipsis,
        Constant::Int(0),
        Constant::Int(1),
        Constant::Int(-1),
        Constant::Int(i64::MAX),
        Constant::Int(i64::MIN),
        Constant::BigInt { negative: false, magnitude: &[0, 0, 0, 0, 0, 0, 0, 0x80] },
        Constant::BigInt { negative: true, magnitude: &[1, 0, 0, 0, 0, 0, 0, 0x80] },
        Constant::Float(0.0),
        Constant::Float(-0.0),
        Constant::Float(1.0),
        Constant::Complex { real: 0.0, imag: 1.0 },
        Constant::Complex { real: -0.0, imag: 1.0 },
        Constant::Str(b""),
        Constant::Str(b"a"),
        Constant::Bytes(b""),
        Constant::Bytes(b"a"),
    ];
    for (i, constant) in different.iter().enumerate() {
        assert_eq!(writer.constant(constant), Ok(i as u32));
    }
    for (i, constant) in different.iter().enumerate() {
        assert_eq!(writer.constant(constant), Ok(i as u32));
    }
    // A big int that fits is an int.
    let fits = Constant::BigInt { negative: true, magnitude: &[0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0] };
    assert_eq!(writer.constant(&fits), Ok(8));
    assert_eq!(writer.constant(&Constant::BigInt { negative: false, magnitude: &[] }), Ok(4));
    let empty = writer.tuple(&[]).unwrap();
    assert_eq!(writer.tuple(&[]), Ok(empty));
    let pair = writer.tuple(&[1, 4]).unwrap();
    assert_ne!(writer.frozenset(&[1, 4]), Ok(pair));
    assert_eq!(writer.tuple(&[1, 4]), Ok(pair));
    assert_ne!(writer.tuple(&[1, 5]), Ok(pair));
    assert_eq!(
        writer.tuple(&[99]),
        Err(WriteError::NoConstant { index: 99, count: writer.constant_count() })
    );
    assert!(matches!(writer.get(pair), Some(Constant::Tuple(items)) if items.eq([1, 4])));
}

/// Code objects nested six deep, each with constants, a range and positions of its own.
fn nest(buf: &mut [u8]) -> Result<usize, WriteError> {
    let mut writer = Writer::new(buf);
    let name = writer.str(b"m")?;
    let module = writer.module(name, name, false, None)?;
    let mut labels = Vec::new();
    for level in 0..6u32 {
        let head = CodeHead { name, qualname: name, module, first_line: level, ..CodeHead::default() };
        writer.begin_code(&head)?;
        let start = writer.here()?;
        for i in 0..level + 3 {
            writer.position(at(level + i, i, i + 2))?;
            let text = writer.str(format!("text {level} {i}").as_bytes())?;
            writer.emit(Op::Const, text, 0)?;
            let pair = writer.tuple(&[text, name])?;
            writer.emit(Op::Const, pair, 0)?;
            writer.emit(Op::Pop, 0, 0)?;
        }
        labels.push(start);
    }
    while let Some(start) = labels.pop() {
        let end = writer.here()?;
        writer.exception_range(start, end, end, 0)?;
        writer.emit(Op::Return, 0, 0)?;
        writer.finish_code()?;
    }
    writer.set_module_code(module, 5)?;
    writer.import(name, Some(name), 1)?;
    writer.finish()
}

#[test]
fn the_image_does_not_depend_on_the_memory() {
    let mut roomy = vec![0; 10_000];
    let len = nest(&mut roomy).unwrap();
    let wanted = &roomy[..len];
    let mut least = usize::MAX;
    for size in (0..3 * len).rev() {
        let mut buf = vec![0x55; size];
        match nest(&mut buf) {
            Ok(found) => {
                assert!(buf[..found] == *wanted, "{size}");
                least = size;
            }
            Err(error) => assert_eq!(error, WriteError::NoSpace { have: size }),
        }
    }
    // All six are open at once, each with its head set aside: the most that nesting costs.
    assert!(least < 2 * len, "{least} bytes for an image of {len}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut buf = [0; 2000];
    let mut writer = Writer::new(&mut buf);
    let label = {
        let name = writer.str(b"m").unwrap();
        writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
        let label = writer.new_label().unwrap();
        writer.place(label).unwrap();
        writer.place(label).unwrap();
        label
    };
    assert_eq!(writer.finish_code(), Err(WriteError::LabelPlacedTwice { label: 0 }));

    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    assert_eq!(writer.emit(Op::None, 0, 0), Err(WriteError::NotOpen));
    assert_eq!(writer.new_label().err(), Some(WriteError::NotOpen));
    assert_eq!(writer.place(label), Err(WriteError::NotOpen));
    assert_eq!(writer.finish_code(), Err(WriteError::NotOpen));
    assert_eq!(writer.module(7, name, false, None), Err(WriteError::NoConstant { index: 7, count: 1 }));
    assert_eq!(writer.set_module_code(0, 0), Err(WriteError::NoModule { index: 0, count: 0 }));
    assert_eq!(writer.import(name, Some(2), 0), Err(WriteError::NoConstant { index: 2, count: 1 }));
    assert_eq!(writer.frozenset(&[1]), Err(WriteError::NoConstant { index: 1, count: 1 }));
    let head = CodeHead { name, qualname: 9, ..CodeHead::default() };
    assert_eq!(writer.begin_code(&head), Err(WriteError::NoConstant { index: 9, count: 1 }));
    writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
    assert_eq!(writer.local(4), Err(WriteError::NoConstant { index: 4, count: 1 }));
    assert_eq!(writer.place(label), Err(WriteError::NoLabel { label: 0, count: 0 }));
    let known = writer.new_label().unwrap();
    assert_eq!(writer.jump(Op::Pop, known), Err(WriteError::Operand { op: Op::Pop, value: 0 }));
    assert_eq!(writer.emit(Op::Jump, 0, 0), Err(WriteError::Operand { op: Op::Jump, value: 0 }));
    assert_eq!(writer.emit(Op::Pop, 1, 0), Err(WriteError::Operand { op: Op::Pop, value: 1 }));
    assert_eq!(writer.emit(Op::Call, 1, 2), Err(WriteError::Operand { op: Op::Call, value: 2 }));
    assert_eq!(writer.emit(Op::Binary, 256, 0), Err(WriteError::Operand { op: Op::Binary, value: 256 }));
    let upside_down = Position { line: 2, end_line: 1, column: 0, end_column: 0 };
    assert_eq!(writer.position(Some(upside_down)), Err(WriteError::Position(upside_down)));
    let far = Position { line: 1 << 30, end_line: 1 << 30, column: 0, end_column: 0 };
    assert_eq!(writer.position(Some(far)), Err(WriteError::Position(far)));
    writer.jump(Op::Jump, known).unwrap();
    assert_eq!(writer.finish_code(), Err(WriteError::LabelNotPlaced { label: 0 }));

    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
    assert_eq!(writer.finish(), Err(WriteError::StillOpen { count: 1 }));

    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    writer.module(name, name, false, None).unwrap();
    assert_eq!(writer.finish(), Err(WriteError::ModuleWithoutCode { index: 0 }));
}

#[test]
fn text_can_be_put_together_piece_by_piece() {
    let mut buf = [0; 500];
    let mut writer = Writer::new(&mut buf);
    let whole = writer.str(b"one two").unwrap();
    for piece in [&b"one"[..], b" ", b"", b"two"] {
        writer.stage(piece).unwrap();
    }
    assert_eq!(writer.staged_str(), Ok(whole));
    writer.stage(b"one two").unwrap();
    let bytes = writer.staged_bytes().unwrap();
    assert!(matches!(writer.get(bytes), Some(Constant::Bytes(b"one two"))));
    assert_eq!(writer.stage(&[0; 500]), Err(WriteError::NoSpace { have: 500 }));
}

/// Depth on every way, in the order in which ways are found.
#[test]
fn the_deepest_stack_is_found() {
    let depth_of = |build: &dyn Fn(&mut Writer<'_>) -> Result<(), WriteError>| {
        let mut buf = [0; 1000];
        let mut writer = Writer::new(&mut buf);
        let name = writer.str(b"m").unwrap();
        let module = writer.module(name, name, false, None).unwrap();
        writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
        build(&mut writer).unwrap();
        let code = writer.finish_code().unwrap();
        writer.set_module_code(module, code).unwrap();
        let len = writer.finish().unwrap();
        Image::parse(&buf[..len]).unwrap().code(0).unwrap().max_stack
    };
    let straight = |writer: &mut Writer<'_>| {
        writer.emit(Op::None, 0, 0)?;
        writer.emit(Op::Unpack, 7, 0)?;
        writer.emit(Op::BuildTuple, 7, 0)?;
        writer.emit(Op::Return, 0, 0)
    };
    assert_eq!(depth_of(&straight), 7);
    // The body stands after a jump and is only reached backwards.
    let rotated = |writer: &mut Writer<'_>| {
        let (body, test) = (writer.new_label()?, writer.new_label()?);
        writer.emit(Op::None, 0, 0)?;
        writer.jump(Op::Jump, test)?;
        writer.place(body)?;
        writer.emit(Op::Unpack, 5, 0)?;
        writer.emit(Op::BuildTuple, 5, 0)?;
        writer.place(test)?;
        writer.emit(Op::Copy, 1, 0)?;
        writer.jump(Op::JumpIfTrue, body)?;
        writer.emit(Op::Return, 0, 0)
    };
    assert_eq!(depth_of(&rotated), 5);
    let handler = |writer: &mut Writer<'_>| {
        let start = writer.here()?;
        writer.emit(Op::None, 0, 0)?;
        writer.emit(Op::Return, 0, 0)?;
        let end = writer.here()?;
        writer.exception_range(start, end, end, 3)?;
        writer.emit(Op::PushHandled, 0, 0)?;
        writer.emit(Op::Reraise, 0, 0)
    };
    assert_eq!(depth_of(&handler), 5);
    let iterates = |writer: &mut Writer<'_>| {
        let done = writer.new_label()?;
        writer.emit(Op::None, 0, 0)?;
        let next = writer.here()?;
        writer.jump(Op::ForIter, done)?;
        writer.emit(Op::Pop, 0, 0)?;
        writer.jump(Op::Jump, next)?;
        writer.place(done)?;
        writer.emit(Op::None, 0, 0)?;
        writer.emit(Op::Return, 0, 0)
    };
    assert_eq!(depth_of(&iterates), 2);
    let told = |writer: &mut Writer<'_>| {
        writer.head()?.max_stack = Some(40);
        straight(writer)
    };
    assert_eq!(depth_of(&told), 40);
}

#[test]
fn ranges_are_put_in_order_and_empty_ones_left_out() {
    let mut buf = [0; 1000];
    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    let module = writer.module(name, name, false, None).unwrap();
    writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
    let labels: Vec<_> = (0..8)
        .map(|_| {
            let label = writer.here().unwrap();
            writer.emit(Op::None, 0, 0).unwrap();
            label
        })
        .collect();
    writer.emit(Op::Return, 0, 0).unwrap();
    let given = [(0, 7), (4, 6), (2, 2), (0, 3), (1, 2), (4, 6), (5, 6), (4, 7)];
    for (depth, (start, end)) in given.into_iter().enumerate() {
        writer.exception_range(labels[start], labels[end], labels[7], depth as u32).unwrap();
    }
    let code = writer.finish_code().unwrap();
    writer.set_module_code(module, code).unwrap();
    let len = writer.finish().unwrap();
    let image = Image::parse(&buf[..len]).unwrap();
    let found: Vec<_> =
        image.code(0).unwrap().ranges().map(|range| (range.start, range.end, range.depth)).collect();
    // Of equal ones the first given comes first.
    assert_eq!(found, [(1, 2, 4), (0, 3, 3), (5, 6, 6), (4, 6, 1), (4, 6, 5), (4, 7, 7), (0, 7, 0)]);
}

/// Nested code objects while constants grow underneath: labels, ranges and positions of the outer ones survive.
#[test]
fn nested_code_objects_are_finished_inside_out() {
    let mut buf = vec![0; 60000];
    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    let module = writer.module(name, name, true, Some(name)).unwrap();
    let depth = 6;
    let mut labels = Vec::new();
    for level in 0..depth {
        let own = writer.str(format!("level{level}").as_bytes()).unwrap();
        let head =
            CodeHead { name: own, qualname: own, module, first_line: 10 + level, ..CodeHead::default() };
        writer.begin_code(&head).unwrap();
        let x = writer.str(b"x").unwrap();
        writer.local(x).unwrap();
        if level == 0 {
            writer.cell(x, None).unwrap();
        } else {
            writer.free_variable(x).unwrap();
        }
        let start = writer.here().unwrap();
        let end = writer.new_label().unwrap();
        let target = writer.new_label().unwrap();
        writer.exception_range(start, end, target, 0).unwrap();
        writer.position(at(10 + level, 4, 9)).unwrap();
        writer.emit(Op::Int, (-5i32) as u32, 0).unwrap();
        labels.push((end, target));
        for i in 0..30 {
            writer.constant(&Constant::Str(format!("text {level} {i}").as_bytes())).unwrap();
        }
    }
    for level in (0..depth).rev() {
        let (end, target) = labels.pop().unwrap();
        if level < depth - 1 {
            writer.emit(Op::MakeFunction, depth - 2 - level, 0).unwrap();
            writer.emit(Op::Binary, BinaryOp::Sub as u32, 0).unwrap();
        }
        writer.position(None).unwrap();
        writer.emit(Op::Return, 0, 0).unwrap();
        writer.place(end).unwrap();
        writer.place(target).unwrap();
        writer.emit(Op::Reraise, 0, 0).unwrap();
        assert_eq!(writer.finish_code(), Ok(depth - 1 - level));
    }
    writer.set_module_code(module, depth - 1).unwrap();
    let host = writer.str(b"robot").unwrap();
    let drive = writer.str(b"drive").unwrap();
    writer.import(host, Some(drive), 77).unwrap();
    writer.import(host, Some(name), 78).unwrap();
    writer.import(host, Some(drive), 77).unwrap();
    let len = writer.finish().unwrap();
    let image = Image::parse(&buf[..len]).unwrap();
    for level in 0..depth {
        let code = image.code(depth - 1 - level).unwrap();
        assert_eq!(image.str(code.name).unwrap(), format!("level{level}").as_bytes());
        assert_eq!(code.max_stack, if level < depth - 1 { 2 } else { 1 });
        assert_eq!(
            (code.local_count, code.cell_count, code.free_count),
            (1, u32::from(level == 0), u32::from(level > 0))
        );
        let (_, first) = code.instructions().next().unwrap();
        assert_eq!(first.int(), -5);
        let range = code.range_at(0).unwrap();
        assert_eq!((range.start, range.end, range.target, range.depth), (0, range.target, range.target, 0));
        assert_eq!(code.decode(range.target).unwrap().op, Op::Reraise);
        assert_eq!(code.position(0), at(10 + level, 4, 9));
        assert_eq!(code.position(range.target), None);
    }
    let module = image.module(0).unwrap();
    assert!(module.is_package() && module.source == Some(name));
    let import = image.import(0).unwrap();
    assert_eq!(import.module, host);
    assert_eq!(import.names.collect::<Vec<_>>(), [(drive, 77), (name, 78)]);
    assert_eq!(image.find_module(b"m"), Some(0));
    assert_eq!(image.find_module(b"n"), None);
}

#[test]
fn a_long_image_is_wide() {
    let mut buf = vec![0; 200_000];
    let mut writer = Writer::new(&mut buf);
    let name = writer.str(b"m").unwrap();
    let module = writer.module(name, name, false, None).unwrap();
    for i in 0..6000 {
        writer.str(format!("a rather long text {i}").as_bytes()).unwrap();
    }
    writer.begin_code(&CodeHead { flags: CODE_NAMESPACE, ..CodeHead::default() }).unwrap();
    writer.emit(Op::None, 0, 0).unwrap();
    writer.emit(Op::Return, 0, 0).unwrap();
    writer.finish_code().unwrap();
    writer.set_module_code(module, 0).unwrap();
    let len = writer.finish().unwrap();
    let image = Image::parse(&buf[..len]).unwrap();
    assert!(image.is_wide());
    assert_eq!(image.str(6000), Some(&b"a rather long text 5999"[..]));
    assert_eq!(image.code(0).unwrap().bytes(), [Op::None as u8, Op::Return as u8]);
}
