use super::Id;
use crate::diagnostic::catalogue::content as say;
use crate::model::{Node, NodeKind, Reader, Resolved, TableReader, Value};
use crate::span::Located;

/// Names of other things, as one layer writes them: all of them, `["gp", "hospitals"]`; or what is other
/// than in the layer below, `{ add = ["twilio"], remove = ["gp"] }`.
#[derive(Debug, Clone)]
pub enum IdList {
    /// These, whatever stands below.
    Whole(Vec<Located<Id>>),
    /// What stands below, with these and without those.
    Change {
        /// What is new.
        add: Vec<Located<Id>>,
        /// What goes.
        remove: Vec<Located<Id>>,
    },
}

/// Two lists are the same if they name the same, wherever that is written.
impl PartialEq for IdList {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &[Located<Id>], two: &[Located<Id>]| {
            one.iter().map(|id| &id.value).eq(two.iter().map(|id| &id.value))
        };
        match (self, other) {
            (Self::Whole(one), Self::Whole(two)) => same(one, two),
            (Self::Change { add, remove }, Self::Change { add: other_add, remove: other_remove }) => {
                same(add, other_add) && same(remove, other_remove)
            }
            _ => false,
        }
    }
}

impl Eq for IdList {}

impl Value for IdList {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::List(_) => Vec::read(node, reader).map(Self::Whole),
            NodeKind::Table(_) => {
                let mut table = TableReader::open(node, reader)?;
                let (add, remove) = (table.field::<Vec<_>>("add"), table.field::<Vec<_>>("remove"));
                table.finish(&[]);
                let ids =
                    |list: Option<Located<Vec<Located<Id>>>>| list.map(|list| list.value).unwrap_or_default();
                Some(Self::Change { add: ids(add), remove: ids(remove) })
            }
            _ => {
                reader.wrong_kind(node, say::write_a_list_or_a_change());
                None
            }
        }
    }

    fn is_change(&self) -> bool {
        matches!(self, Self::Change { .. })
    }
}

impl<'a> Resolved<'a, IdList> {
    /// The names that all layers together give, in the order in which they are written.
    #[must_use]
    pub fn ids(&self) -> Vec<&'a Located<Id>> {
        let mut ids: Vec<&Located<Id>> = Vec::new();
        for said in self.said() {
            match said {
                IdList::Whole(list) => ids = list.iter().collect(),
                IdList::Change { add, remove } => {
                    ids.retain(|id| remove.iter().all(|gone| gone.value != id.value));
                    let new = add.iter().filter(|id| ids.iter().all(|known| known.value != id.value));
                    ids = ids.iter().copied().chain(new.collect::<Vec<_>>()).collect();
                }
            }
        }
        ids
    }

    /// The names that the layers below give and the narrowest one leaves out without a word: it gives its
    /// list whole.
    #[must_use]
    pub fn left_out(&self) -> Vec<&'a Id> {
        let IdList::Whole(list) = self.get() else { return Vec::new() };
        let below = self.below().map(|below| below.ids()).unwrap_or_default();
        below
            .into_iter()
            .map(|id| &id.value)
            .filter(|id| list.iter().all(|kept| kept.value != **id))
            .collect()
    }

    /// The names that a layer writes a second time.
    #[must_use]
    pub fn written_twice(&self) -> Vec<&'a Located<Id>> {
        let of_layer = |said: &'a IdList| {
            let (IdList::Whole(list) | IdList::Change { add: list, .. }) = said;
            let is_again =
                |at: usize, id: &Located<Id>| list[..at].iter().any(|before| before.value == id.value);
            list.iter().enumerate().filter(move |(at, id)| is_again(*at, id)).map(|(_, id)| id)
        };
        self.said().flat_map(of_layer).collect()
    }

    /// Whether the narrowest layer is to change the list, and neither adds nor removes a name.
    #[must_use]
    pub fn changes_nothing(&self) -> bool {
        matches!(self.get(), IdList::Change { add, remove } if add.is_empty() && remove.is_empty())
    }

    /// The names that the narrowest layer adds and the layers below have already.
    #[must_use]
    pub fn added_in_vain(&self) -> Vec<&'a Located<Id>> {
        let IdList::Change { add, .. } = self.get() else { return Vec::new() };
        let below = self.below().map(|below| below.ids()).unwrap_or_default();
        add.iter().filter(|new| below.iter().any(|id| id.value == new.value)).collect()
    }

    /// The names that the narrowest layer takes away and no layer below has.
    #[must_use]
    pub fn removed_in_vain(&self) -> Vec<&'a Located<Id>> {
        let IdList::Change { remove, .. } = self.get() else { return Vec::new() };
        let below = self.below().map(|below| below.ids()).unwrap_or_default();
        remove.iter().filter(|gone| below.iter().all(|id| id.value != gone.value)).collect()
    }
}
