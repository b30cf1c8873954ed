//! What a host may know about characters that needs large tables.

/// Finds a character by its name, as Python does for `\N{...}`: names and aliases, in any case, no named sequences.
pub type FindCharacter = fn(&str) -> Option<char>;

/// Gives the name of a character to `out`, in one or more pieces; false when it has none.
pub type NameCharacter = fn(char, &mut dyn FnMut(&str)) -> bool;

/// Gives the characters of the NFKC form of a text, one after the other.
pub type Normalise = fn(&str, &mut dyn FnMut(char));

/// Knowledge of characters that a host brings. Each part needs tables of some hundred kilobytes, so the default is to know
/// nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Characters {
    /// Without it `\N{...}` is refused in literals and in patterns.
    pub find: Option<FindCharacter>,
    /// Without it `namereplace` makes escapes.
    pub name: Option<NameCharacter>,
    /// Without it identifiers are compared as they are written. Identifiers of ASCII never need it.
    pub normalise: Option<Normalise>,
}
