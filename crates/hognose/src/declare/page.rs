//! What people read of a declaration: `.pyi` stubs for editors, a page for the manual.

use super::{Constant, Function, HostModule, Kind, Literal, Parameter, Range, wording::Shown};
use core::fmt::{Result, Write};

impl HostModule {
    /// Writes the module as a `.pyi` stub.
    pub fn write_stub(&self, out: &mut dyn Write) -> Result {
        write_doc(self.doc, "", out)?;
        if self.uses(Kind::Callable) {
            out.write_str("from typing import Callable\n")?;
        }
        for constant in self.constants {
            write!(out, "\n{}: {}{}\n", constant.name, constant.type_name(), Comment(constant.unit))?;
            write_doc(constant.doc, "", out)?;
        }
        for function in self.functions {
            write_function(function, out)?;
        }
        Ok(())
    }

    fn uses(&self, kind: Kind) -> bool {
        self.functions.iter().any(|f| f.parameters.iter().any(|p| p.kind == kind))
    }

    /// Writes the module as a page of a manual, in Markdown.
    pub fn write_page(&self, out: &mut dyn Write) -> Result {
        write!(out, "# {}\n\n{}\n", self.name, self.doc)?;
        if !self.constants.is_empty() {
            out.write_str("\n| constant | value | unit | |\n|---|---|---|---|\n")?;
            for Constant { name, doc, value, unit } in self.constants {
                writeln!(out, "| `{name}` | {} | {unit} | {} |", Shown(value), OneLine(doc))?;
            }
        }
        for function in self.functions {
            let signature = function.help.lines().next().unwrap_or(function.name);
            write!(out, "\n## {}\n\n`{signature}`\n\n{}\n", function.name, function.doc)?;
            if !function.parameters.is_empty() {
                out.write_str("\n| parameter | type | allowed | unit | default |\n|---|---|---|---|---|\n")?;
            }
            for parameter in function.parameters {
                write_row(parameter, out)?;
            }
            if !function.unit.is_empty() {
                write!(out, "\nGives {} in {}.\n", function.result.name(), function.unit)?;
            }
            if function.pending {
                out.write_str("\nWaits until the host answers.\n")?;
            }
            if function.cost > 0 {
                write!(out, "\nCosts {} fuel.\n", function.cost)?;
            }
        }
        Ok(())
    }
}

fn write_row(parameter: &Parameter, out: &mut dyn Write) -> Result {
    let Parameter { name, kind, range, clamped, unit, default } = parameter;
    write!(out, "| `{name}` | {} | ", kind.name())?;
    match range {
        Range::All => out.write_str("any")?,
        range => write!(out, "{}", Shown(range))?,
    }
    out.write_str(if *clamped { ", more is limited" } else { "" })?;
    write!(out, " | {unit} | ")?;
    match default {
        Some(default) => writeln!(out, "{} |", Shown(default)),
        None => out.write_str("|\n"),
    }
}

fn write_function(function: &Function, out: &mut dyn Write) -> Result {
    write!(out, "\ndef {}(", function.name)?;
    for (i, parameter) in function.parameters.iter().enumerate() {
        out.write_str(if i == 0 { "" } else { ", " })?;
        write!(out, "{}: {}", parameter.name, stub_type(parameter.kind))?;
        match &parameter.default {
            Some(Literal::None) if parameter.kind == Kind::Callable => out.write_str(" | None = None")?,
            Some(default) => write!(out, " = {}", Shown(default))?,
            None => {}
        }
    }
    write!(out, ") -> {}:\n", stub_type(function.result))?;
    let body = function.help.split_once('\n').map_or("", |(_, body)| body.trim_start());
    if body.is_empty() {
        return out.write_str("    ...\n");
    }
    write_doc(body, "    ", out)
}

fn stub_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Callable => "Callable[..., object]",
        other => other.name(),
    }
}

/// A doc string, indented.
fn write_doc(doc: &str, indent: &str, out: &mut dyn Write) -> Result {
    if doc.is_empty() {
        return Ok(());
    }
    write!(out, "{indent}\"\"\"")?;
    for (i, line) in doc.lines().enumerate() {
        if i > 0 {
            out.write_str("\n")?;
            out.write_str(if line.is_empty() { "" } else { indent })?;
        }
        // A doc string ends at three quotes and has escapes.
        for c in line.chars() {
            match c {
                '"' => out.write_str("\\\"")?,
                '\\' => out.write_str("\\\\")?,
                c => out.write_char(c)?,
            }
        }
    }
    if doc.contains('\n') {
        write!(out, "\n{indent}")?;
    }
    out.write_str("\"\"\"\n")
}

struct Comment(&'static str);

impl core::fmt::Display for Comment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "  # {}", self.0) }
    }
}

struct OneLine(&'static str);

impl core::fmt::Display for OneLine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> Result {
        for (i, line) in self.0.lines().enumerate() {
            f.write_str(if i > 0 { " " } else { "" })?;
            f.write_str(line)?;
        }
        Ok(())
    }
}
