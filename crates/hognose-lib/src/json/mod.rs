//! Module `_json`: values to JSON text and back. What needs Python code (hooks, `sorted`, classes of scripts) is asked of
//! frozen code in between: the natives keep how far they are in a list of the block and are called again.

mod decode;
mod encode;

use hognose_vm::native::{Def, MANY, ModuleDef};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_json",
    attributes: &[
        Def::function("decode", decode::decode, 5, 5),
        Def::function("decode_step", decode::step, 1, 1),
        Def::function("encode", encode::encode, 6, 6),
        Def::function("encode_step", encode::step, 1, 1),
        Def::function("quote", encode::quote, 2, 2),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Module `json`. What takes options is frozen code; so are the classes, made when they are first read.
pub static JSON: ModuleDef = ModuleDef {
    name: "json",
    attributes: &[
        Def::frozen_object("JSONDecodeError", &"_json_decode_error"),
        Def::frozen_object("JSONDecoder", &"_json_decoder"),
        Def::frozen_object("JSONEncoder", &"_json_encoder"),
        Def::frozen_object("__all__", &"_json_all"),
        Def::frozen_object("__path__", &"_sys_nothing"),
        Def::frozen_object("decoder", &"_json_decoder_module"),
        Def::frozen("detect_encoding", &"_json_detect_encoding"),
        Def::frozen("dump", &"_json_dump"),
        Def::keywords("dumps", encode::dumps, 0, MANY),
        Def::frozen_object("encoder", &"_json_encoder_module"),
        Def::frozen("load", &"_json_load"),
        Def::keywords("loads", decode::loads, 0, MANY),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Module `json.decoder`.
pub static DECODER: ModuleDef = ModuleDef {
    name: "json.decoder",
    attributes: &[
        Def::frozen_object("JSONDecodeError", &"_json_decode_error_class"),
        Def::frozen_object("JSONDecoder", &"_json_decoder_class"),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Module `json.encoder`.
pub static ENCODER: ModuleDef = ModuleDef {
    name: "json.encoder",
    attributes: &[
        Def::frozen_object("JSONEncoder", &"_json_encoder_class"),
        Def::frozen("encode_basestring", &"_json_encode_basestring"),
        Def::frozen("encode_basestring_ascii", &"_json_encode_basestring_ascii"),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Steps of one call; after so many the engine looks at its budget.
const SLICE: usize = 8192;

/// Frozen code does nothing and calls again.
const AGAIN: i64 = 1;
