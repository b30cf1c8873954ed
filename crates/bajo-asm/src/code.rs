//! What programs are made of, before layout: items, labels, directives.

use crate::expr::Expr;
use crate::inst::Inst;
use crate::label::{ItemId, Label};
use crate::site::Site;

/// What an item holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Inst(Inst),
    Bytes(Vec<u8>),
    /// Little-endian unsigned `size` bytes.
    Data {
        value: Expr,
        size: u64,
    },
    /// Not an item at all, by its text.
    Wrong(String),
}

/// An instruction or data: something with an address. Each may stand in a program once.
#[derive(Debug)]
pub struct Item {
    pub(crate) id: ItemId,
    pub(crate) content: Content,
    pub(crate) site: Option<Site>,
}

impl Item {
    fn new(content: Content, site: Option<Site>) -> Self {
        Self { id: ItemId::fresh(), content, site }
    }

    /// Bytes as they are.
    #[track_caller]
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(Content::Bytes(bytes.into()), Some(Site::here()))
    }

    /// A text in UTF-8 and a zero byte.
    #[track_caller]
    pub fn text(text: &str) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0);
        Self::new(Content::Bytes(bytes), Some(Site::here()))
    }

    /// A constant word.
    #[track_caller]
    pub fn word(value: i32) -> Self {
        Self::new(Content::Bytes(value.to_le_bytes().to_vec()), Some(Site::here()))
    }

    /// A value known after layout, as `size` little-endian unsigned bytes.
    #[track_caller]
    pub fn data(value: impl Into<Expr>, size: u64) -> Self {
        Self::new(Content::Data { value: value.into(), size }, Some(Site::here()))
    }

    /// Something that is not an item: reported when the program is assembled.
    #[track_caller]
    pub fn wrong(found: &str) -> Self {
        Self::new(Content::Wrong(found.to_owned()), Some(Site::here()))
    }

    /// Its identity, for [`Expr::item`] and [`Expr::size_of`].
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// Takes an identity made before, so that items can refer to each other.
    #[must_use]
    pub fn with_id(self, id: ItemId) -> Self {
        Self { id, ..self }
    }

    /// Sets or clears the source line.
    #[must_use]
    pub fn at_site(mut self, site: Option<Site>) -> Self {
        self.site = site;
        self
    }

    /// The instruction, if it is one.
    pub fn inst(&self) -> Option<&Inst> {
        match &self.content {
            Content::Inst(inst) => Some(inst),
            _ => None,
        }
    }
}

impl From<Inst> for Item {
    fn from(mut inst: Inst) -> Self {
        let site = inst.site.take();
        Self::new(Content::Inst(inst), site)
    }
}

/// One element of a program.
#[derive(Debug)]
pub(crate) enum Node {
    Item(Box<Item>),
    Label(Label),
    Align(u64),
    NoPad,
}

/// A piece of a program: items, labels and directives in order.
#[derive(Debug, Default)]
pub struct Code(pub(crate) Vec<Node>);

impl Code {
    /// No code.
    pub fn new() -> Self {
        Self::default()
    }

    /// One item.
    pub fn item(item: Item) -> Self {
        Self(vec![Node::Item(Box::new(item))])
    }

    /// The next item starts at a multiple of `n` bytes; 0 counts as 1. Of several the last wins.
    pub fn align(n: u64) -> Self {
        Self(vec![Node::Align(n.max(1))])
    }

    /// The next item is exempt from automatic padding.
    pub fn no_pad() -> Self {
        Self(vec![Node::NoPad])
    }

    /// Appends.
    pub fn push(&mut self, more: impl Into<Code>) {
        self.0.append(&mut more.into().0);
    }

    /// True if there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends `Exit 0` unless the last element is an `Exit`.
    #[must_use]
    #[track_caller]
    pub fn with_exit(mut self) -> Self {
        let ends = match self.0.last() {
            Some(Node::Item(item)) => item.inst().is_some_and(|i| i.op == bajo::Opcode::Exit),
            _ => false,
        };
        if !ends {
            self.push(crate::inst::exit(0));
        }
        self
    }
}

impl From<Item> for Code {
    fn from(item: Item) -> Self {
        Self::item(item)
    }
}

impl From<&Label> for Code {
    fn from(label: &Label) -> Self {
        Self(vec![Node::Label(label.clone())])
    }
}

impl From<()> for Code {
    fn from((): ()) -> Self {
        Self::new()
    }
}

impl<T: Into<Code>> From<Option<T>> for Code {
    fn from(code: Option<T>) -> Self {
        code.map_or_else(Self::new, Into::into)
    }
}

impl<T: Into<Code>> From<Vec<T>> for Code {
    fn from(pieces: Vec<T>) -> Self {
        pieces.into_iter().collect()
    }
}

impl<T: Into<Code>> FromIterator<T> for Code {
    fn from_iter<I: IntoIterator<Item = T>>(pieces: I) -> Self {
        let mut code = Self::new();
        for piece in pieces {
            code.push(piece);
        }
        code
    }
}

/// Joins pieces of a program: anything that turns into [`Code`].
#[macro_export]
macro_rules! code {
    ($($piece:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut code = $crate::Code::new();
        $(code.push($piece);)*
        code
    }};
}
