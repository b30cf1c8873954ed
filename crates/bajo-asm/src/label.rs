//! Labels and the identities of items.

use crate::site::Site;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

static NEXT: AtomicU64 = AtomicU64::new(1);

fn fresh() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Marks the address of the next instruction or data item placed after it. Identity decides, names need not be
/// unique. Clones are the same label.
#[derive(Clone)]
pub struct Label {
    id: u64,
    name: Option<Arc<str>>,
    site: Site,
}

impl Label {
    /// A label with a name for listings and look-ups. An empty name is none.
    #[track_caller]
    pub fn new(name: &str) -> Self {
        Self { id: fresh(), name: (!name.is_empty()).then(|| Arc::from(name)), site: Site::here() }
    }

    /// A label without a name: an assembly calls it `_L1`, `_L2` ... in the order of creation.
    #[track_caller]
    pub fn auto() -> Self {
        Self { id: fresh(), name: None, site: Site::here() }
    }

    /// The name it was given.
    pub fn given_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Where it was made.
    pub fn site(&self) -> &Site {
        &self.site
    }

    pub(crate) fn id(&self) -> u64 {
        self.id
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Label {}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "Label({name:?})"),
            None => write!(f, "Label(#{})", self.id),
        }
    }
}

/// Identity of an instruction or data item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ItemId(pub(crate) u64);

impl ItemId {
    /// A new identity.
    pub fn fresh() -> Self {
        Self(fresh())
    }
}
