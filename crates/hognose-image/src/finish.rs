//! The two moments when a writer lays things out: a code object is finished, the image is finished.

use crate::code::Range;
use crate::isa::{Flow, Operand};
use crate::layout::*;
use crate::pool::{META, META_IMPORT, META_MODULE};
use crate::position::{Position, PositionWriter};
use crate::stream::{Event, Item, Stream};
use crate::varint::{self, Cursor};
use crate::view::{crc, width};
use crate::writer::{CodeHead, Open, WriteError, Writer};

/// No place or depth yet.
const UNKNOWN: u32 = u32::MAX;
/// Bytes of a resolved range in scratch.
const RANGE: usize = 16;

impl Writer<'_> {
    /// Turns the stream at `start..open_end` into a record in front of the finished ones.
    pub(crate) fn lay_out(&mut self, open: &Open, start: usize) -> Result<(), WriteError> {
        let stream = Stream::new(start, self.open_end, open.head.first_line);
        let labels = self.open_end;
        let depths = labels.saturating_add(open.labels as usize * 4);
        let ranges = depths.saturating_add(open.labels as usize * 4);
        let floor = ranges.saturating_add(open.ranges as usize * RANGE);
        if floor > self.codes_start {
            return Err(self.no_space());
        }
        self.buf.get_mut(labels..ranges).unwrap_or(&mut []).fill(0xff);
        self.find_labels(stream, labels)?;
        let max_stack = match open.head.max_stack {
            Some(depth) => depth,
            None => self.find_depth(stream, depths),
        };
        let range_count = self.find_ranges(stream, labels, ranges)?;

        let top = self.codes_start;
        let mut down = Down { floor, at: top };
        down.put(self, &[0; 4])?;
        let head = &open.head;
        let figures = [
            head.flags,
            head.name,
            head.qualname,
            head.module,
            head.first_line,
            max_stack,
            head.doc.map_or(0, |index| index.saturating_add(1)),
            head.arg_count,
            head.posonly_count,
            head.kwonly_count,
            open.locals,
            open.cells,
            open.frees,
            open.code_len,
            range_count,
        ];
        for figure in figures {
            down.varint(self, figure)?;
        }
        self.put_names(stream, &mut down)?;
        self.put_code(stream, labels, &mut down)?;
        for i in 0..range_count as usize {
            let range = self.range(ranges, i);
            for figure in [range.start, range.end - range.start, range.target, range.depth] {
                down.varint(self, figure)?;
            }
        }
        if !self.is_stripped() {
            self.put_positions(stream, open.head.first_line, &mut down)?;
        }
        let len = (top - 4 - down.at) as u32;
        let mut bytes = len.to_le_bytes();
        bytes.reverse();
        if let Some(place) = self.buf.get_mut(top - 4..top) {
            place.copy_from_slice(&bytes);
        }
        self.codes_start = down.at;
        Ok(())
    }

    fn find_labels(&mut self, mut stream: Stream, labels: usize) -> Result<(), WriteError> {
        let mut pc = 0;
        while let Some(item) = stream.next(self.buf) {
            match item {
                Item::Instruction { len, .. } => pc += len,
                Item::Event(Event::Place(label)) => {
                    let place = labels + label as usize * 4;
                    if self.get_u32(place) != UNKNOWN {
                        return Err(WriteError::LabelPlacedTwice { label });
                    }
                    self.put_u32(place, pc);
                }
                Item::Event(_) => {}
            }
        }
        Ok(())
    }

    fn label(&self, labels: usize, label: u32) -> Result<u32, WriteError> {
        match self.get_u32(labels + label as usize * 4) {
            UNKNOWN => Err(WriteError::LabelNotPlaced { label }),
            pc => Ok(pc),
        }
    }

    /// Resolves the ranges and sorts them: by end, then by falling start. Gives their number without the empty ones.
    fn find_ranges(&mut self, mut stream: Stream, labels: usize, ranges: usize) -> Result<u32, WriteError> {
        let mut count = 0;
        while let Some(item) = stream.next(self.buf) {
            let Item::Event(Event::Range { start, end, target, depth }) = item else { continue };
            let (start, end) = (self.label(labels, start)?, self.label(labels, end)?);
            let target = self.label(labels, target)?;
            if start > end {
                return Err(WriteError::Range { start, end });
            }
            if start == end {
                continue;
            }
            // Compilers finish inner ranges first, so that this hardly ever moves anything.
            let mut at = count;
            while at > 0 {
                let before = self.range(ranges, at - 1);
                if (before.end, u32::MAX - before.start) <= (end, u32::MAX - start) {
                    break;
                }
                self.set_range(ranges, at, before);
                at -= 1;
            }
            self.set_range(ranges, at, Range { start, end, target, depth });
            count += 1;
        }
        Ok(count as u32)
    }

    fn range(&self, ranges: usize, index: usize) -> Range {
        let at = ranges + index * RANGE;
        let [start, end, target, depth] = [at, at + 4, at + 8, at + 12].map(|place| self.get_u32(place));
        Range { start, end, target, depth }
    }

    fn set_range(&mut self, ranges: usize, index: usize, range: Range) {
        let at = ranges + index * RANGE;
        for (i, figure) in [range.start, range.end, range.target, range.depth].into_iter().enumerate() {
            self.put_u32(at + 4 * i, figure);
        }
    }

    /// The deepest stack of the code. Code that no jump seen so far leads to is looked at again once one does, at most once
    /// per label. Where depths disagree the first one counts: the checker is the one to complain.
    fn find_depth(&mut self, stream: Stream, depths: usize) -> u32 {
        let mut most = 0;
        let mut ranges = stream;
        while let Some(item) = ranges.next(self.buf) {
            if let Item::Event(Event::Range { target, depth, .. }) = item {
                self.put_u32(depths + target as usize * 4, depth.saturating_add(1));
                most = most.max(depth.saturating_add(1));
            }
        }
        loop {
            let mut depth = Some(0u32);
            let mut news = false;
            let mut pass = stream;
            while let Some(item) = pass.next(self.buf) {
                match item {
                    Item::Event(Event::Place(label)) => {
                        let place = depths + label as usize * 4;
                        match (self.get_u32(place), depth) {
                            (UNKNOWN, Some(here)) => self.put_u32(place, here),
                            (UNKNOWN, None) | (_, Some(_)) => {}
                            (known, None) => depth = Some(known),
                        }
                    }
                    Item::Event(_) => {}
                    Item::Instruction { instruction, .. } => {
                        let Some(here) = depth else { continue };
                        let effect = instruction.op.effect(instruction.a, instruction.b);
                        let base = here.saturating_sub(effect.pops);
                        let after = base.saturating_add(effect.pushes);
                        most = most.max(after);
                        if instruction.op.operands().contains(&Operand::Label) {
                            let place = depths + instruction.a as usize * 4;
                            if self.get_u32(place) == UNKNOWN {
                                self.put_u32(place, base.saturating_add(effect.jump_pushes));
                                news = true;
                            }
                        }
                        let goes_on = matches!(instruction.op.flow(), Flow::Next | Flow::Branch);
                        depth = goes_on.then_some(after);
                    }
                }
            }
            if !news {
                return most;
            }
        }
    }

    fn put_names(&mut self, stream: Stream, down: &mut Down) -> Result<(), WriteError> {
        for kind in 0..3 {
            let mut pass = stream;
            while let Some(item) = pass.next(self.buf) {
                match item {
                    Item::Event(Event::Local(name)) if kind == 0 => down.varint(self, name)?,
                    Item::Event(Event::Cell(name, parameter)) if kind == 1 => {
                        down.varint(self, name)?;
                        down.varint(self, parameter.map_or(0, |index| index.saturating_add(1)))?;
                    }
                    Item::Event(Event::Free(name)) if kind == 2 => down.varint(self, name)?,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn put_code(&mut self, mut stream: Stream, labels: usize, down: &mut Down) -> Result<(), WriteError> {
        while let Some((instruction, _)) = stream.next_instruction(self.buf) {
            let mut a = instruction.a;
            if instruction.op.operands().contains(&Operand::Label) {
                a = self.label(labels, a)?;
            }
            let mut small = [0; crate::writer::INSTRUCTION];
            let len = crate::writer::encode(instruction.op, a, instruction.b, &mut small)?;
            down.put(self, small.get(..len).unwrap_or(&[]))?;
        }
        Ok(())
    }

    fn put_positions(
        &mut self,
        mut stream: Stream,
        first_line: u32,
        down: &mut Down,
    ) -> Result<(), WriteError> {
        let mut table = PositionWriter::new(first_line);
        let mut current: Option<Position> = None;
        while let Some(item) = stream.next(self.buf) {
            match item {
                Item::Event(Event::Position { to, .. }) => current = Some(to),
                Item::Event(Event::NoPosition) => current = None,
                Item::Event(_) => {}
                Item::Instruction { .. } => table.add(current, &mut |bytes| down.put(self, bytes))?,
            }
        }
        table.end(&mut |bytes| down.put(self, bytes))
    }

    /// Lays out the image at the start of the memory; gives its length.
    pub fn finish(mut self) -> Result<usize, WriteError> {
        if self.depth > 0 {
            return Err(WriteError::StillOpen { count: self.depth });
        }
        let (modules, imports, meta_len) = self.measure_meta()?;
        self.buf.get_mut(self.codes_start..).unwrap_or(&mut []).reverse();
        let records =
            u64::from(modules) + u64::from(imports) + u64::from(self.constants) + u64::from(self.codes);
        let counts = records + SECTIONS as u64;
        let data = meta_len as u64 + self.constants_len() + self.codes_len();
        let narrow = HEADER as u64 + counts * 2 + data;
        if narrow > u64::from(u16::MAX) {
            self.flags |= FLAG_WIDE;
        }
        let width = width(self.flags);
        let total = HEADER as u64 + counts * width as u64 + data;
        let total = u32::try_from(total).map_err(|_| WriteError::ImageTooLong)?;

        // First the start is made free: what stands there moves up to the code objects.
        let base = self.codes_start - self.constants_end;
        self.buf.copy_within(..self.constants_end, base);
        let table = HEADER + counts as usize * width;
        if table + meta_len > base {
            return Err(self.no_space());
        }
        let mut out = Layout { width, record: 0, at: table };
        let figures = [modules, imports, self.constants, self.codes];
        for (i, figure) in figures.into_iter().enumerate() {
            out.figure(self.buf, i, figure);
        }
        self.put_modules(&mut out, base);
        self.put_imports(&mut out, base);
        let mut from = base + self.meta_end;
        for _ in 0..self.constants {
            let mut cursor = Cursor::starting(self.buf, from);
            let len = cursor.varint().unwrap_or(0) as usize;
            from = out.copy(self.buf, cursor.at(), len);
        }
        from = self.codes_start;
        for _ in 0..self.codes {
            let len = self.get_u32(from) as usize;
            from = out.copy(self.buf, from + 4, len);
        }

        self.put_u32(LENGTH_AT, total);
        for (place, byte) in self.buf.iter_mut().zip(MAGIC) {
            *place = byte;
        }
        let words = [ISA_VERSION, self.flags];
        for (place, byte) in
            self.buf.iter_mut().skip(MAGIC.len()).zip(words.iter().flat_map(|word| word.to_le_bytes()))
        {
            *place = byte;
        }
        let found = crc(self.buf.get(..total as usize).unwrap_or(&[]));
        self.put_u32(CRC_AT, found);
        Ok(total as usize)
    }

    /// Number of modules and imports, and the bytes of their records.
    fn measure_meta(&self) -> Result<(u32, u32, usize), WriteError> {
        let (mut modules, mut imports, mut len) = (0, 0, 0);
        let size = |value: u32| varint::len(u64::from(value));
        for place in (0..self.meta_end).step_by(META) {
            let [a, b, c, d, e] = self.meta_fields(place);
            if self.buf.get(place) == Some(&META_MODULE) {
                if c == UNKNOWN {
                    return Err(WriteError::ModuleWithoutCode { index: modules });
                }
                modules += 1;
                len += [a, b, c, d, e].into_iter().map(size).sum::<usize>();
            } else {
                if self.is_first_import(0, place) {
                    imports += 1;
                    len += size(a);
                }
                len += b.checked_sub(1).map_or(0, |name| size(name) + 4);
            }
        }
        Ok((modules, imports, len))
    }

    /// Whether no record before names the same host module.
    fn is_first_import(&self, base: usize, place: usize) -> bool {
        let module = self.get_u32(place + 1);
        let mut before = (base..place).step_by(META);
        !before.any(|other| self.buf.get(other) == Some(&META_IMPORT) && self.get_u32(other + 1) == module)
    }

    fn constants_len(&self) -> u64 {
        let mut cursor = Cursor::starting(self.buf, self.meta_end);
        let mut sum = 0;
        for _ in 0..self.constants {
            let len = cursor.varint().unwrap_or(0);
            cursor.take(len as usize);
            sum += u64::from(len);
        }
        sum
    }

    fn codes_len(&self) -> u64 {
        (self.buf.len() - self.codes_start) as u64 - 4 * u64::from(self.codes)
    }

    fn put_modules(&mut self, out: &mut Layout, base: usize) {
        for place in (base..base + self.meta_end).step_by(META) {
            if self.buf.get(place) == Some(&META_MODULE) {
                out.begin(self.buf);
                for field in self.meta_fields(place) {
                    out.varint(self.buf, field);
                }
            }
        }
    }

    fn put_imports(&mut self, out: &mut Layout, base: usize) {
        let end = base + self.meta_end;
        for place in (base..end).step_by(META) {
            if self.buf.get(place) != Some(&META_IMPORT) || !self.is_first_import(base, place) {
                continue;
            }
            let module = self.get_u32(place + 1);
            out.begin(self.buf);
            out.varint(self.buf, module);
            for other in (place..end).step_by(META) {
                let [found, name, hash, ..] = self.meta_fields(other);
                if self.buf.get(other) != Some(&META_IMPORT) || found != module {
                    continue;
                }
                if let Some(name) = name.checked_sub(1) {
                    out.varint(self.buf, name);
                    out.bytes(self.buf, &hash.to_le_bytes());
                }
            }
        }
    }
}

/// Writes downwards, each byte in front of the one before.
struct Down {
    floor: usize,
    at: usize,
}

impl Down {
    fn put(&mut self, writer: &mut Writer<'_>, bytes: &[u8]) -> Result<(), WriteError> {
        if self.at - self.floor < bytes.len() {
            return Err(writer.no_space());
        }
        for byte in bytes {
            self.at -= 1;
            if let Some(place) = writer.buf.get_mut(self.at) {
                *place = *byte;
            }
        }
        Ok(())
    }

    fn varint(&mut self, writer: &mut Writer<'_>, value: u32) -> Result<(), WriteError> {
        let mut small = [0; varint::MAX_U32];
        let len = varint::write(u64::from(value), &mut small);
        self.put(writer, small.get(..len).unwrap_or(&[]))
    }
}

/// Writes records upwards, with their offsets.
struct Layout {
    width: usize,
    record: usize,
    at: usize,
}

impl Layout {
    /// Number `index` of counts and offsets.
    fn figure(&self, buf: &mut [u8], index: usize, value: u32) {
        let place = HEADER + index * self.width;
        for (byte, source) in buf.iter_mut().skip(place).zip(value.to_le_bytes().iter().take(self.width)) {
            *byte = *source;
        }
    }

    fn begin(&mut self, buf: &mut [u8]) {
        self.figure(buf, SECTIONS + self.record, self.at as u32);
        self.record += 1;
    }

    fn bytes(&mut self, buf: &mut [u8], bytes: &[u8]) {
        for (place, byte) in buf.iter_mut().skip(self.at).zip(bytes) {
            *place = *byte;
        }
        self.at += bytes.len();
    }

    fn varint(&mut self, buf: &mut [u8], value: u32) {
        let mut small = [0; varint::MAX_U32];
        let len = varint::write(u64::from(value), &mut small);
        self.bytes(buf, small.get(..len).unwrap_or(&[]));
    }

    /// A record that lies further up already; gives the place after its source.
    fn copy(&mut self, buf: &mut [u8], from: usize, len: usize) -> usize {
        self.begin(buf);
        buf.copy_within(from..from + len, self.at);
        self.at += len;
        from + len
    }
}

impl Open {
    const FIGURES: usize = 22;

    /// Writes it to the end of the open region; gives the new end.
    pub(crate) fn save(&self, writer: &mut Writer<'_>) -> Result<usize, WriteError> {
        let head = &self.head;
        let figures: [u32; Open::FIGURES] = [
            head.flags,
            head.name,
            head.qualname,
            head.module,
            head.first_line,
            head.max_stack.map_or(0, |depth| depth.saturating_add(1)),
            head.doc.map_or(0, |index| index.saturating_add(1)),
            head.arg_count,
            head.posonly_count,
            head.kwonly_count,
            self.start,
            self.code_len,
            self.labels,
            self.locals,
            self.cells,
            self.frees,
            self.ranges,
            self.at.line,
            self.at.end_line,
            self.at.column,
            self.at.end_column,
            u32::from(self.placed),
        ];
        let mut at = writer.open_end;
        for figure in figures {
            at = writer.put(at, &figure.to_le_bytes())?;
        }
        Ok(at)
    }

    /// Reads the one saved in front of `end`; gives it and the place where it was saved.
    pub(crate) fn load(writer: &Writer<'_>, end: usize) -> (Open, usize) {
        let place = end.saturating_sub(Open::FIGURES * 4);
        let f: [u32; Open::FIGURES] = core::array::from_fn(|i| writer.get_u32(place + 4 * i));
        let head = CodeHead {
            flags: f[0],
            name: f[1],
            qualname: f[2],
            module: f[3],
            first_line: f[4],
            max_stack: f[5].checked_sub(1),
            doc: f[6].checked_sub(1),
            arg_count: f[7],
            posonly_count: f[8],
            kwonly_count: f[9],
        };
        let open = Open {
            head,
            start: f[10],
            code_len: f[11],
            labels: f[12],
            locals: f[13],
            cells: f[14],
            frees: f[15],
            ranges: f[16],
            at: Position { line: f[17], end_line: f[18], column: f[19], end_column: f[20] },
            placed: f[21] != 0,
        };
        (open, place)
    }
}
