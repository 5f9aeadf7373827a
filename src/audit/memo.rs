use std::sync::Arc;

use super::names::{Names, NamesMemo};
use super::theme_texts::ThemeTexts;
use crate::merge::Site;
use crate::source::SourceTree;
use crate::theme::Theme;

/// What audits of a site take over from the audit before, where it is made of the same things.
#[derive(Debug, Default)]
pub struct AuditMemo {
    names: NamesMemo,
    theme: Option<(Arc<Theme>, Arc<Names>, Arc<ThemeTexts>)>,
}

impl AuditMemo {
    /// What all brands, clinics and layers of a site are called.
    #[must_use]
    pub fn names(&mut self, site: &Site, tree: &SourceTree) -> Arc<Names> {
        Names::of(site, tree, &mut self.names)
    }

    /// What the theme's files say: a theme that is the same has the same files in the same places.
    pub(super) fn theme_texts(
        &mut self,
        tree: &SourceTree,
        theme: &Arc<Theme>,
        names: &Arc<Names>,
    ) -> Arc<ThemeTexts> {
        let is_known = |(known, with, _): &(Arc<Theme>, Arc<Names>, _)| {
            Arc::ptr_eq(known, theme) && Arc::ptr_eq(with, names)
        };
        let known = self.theme.take().filter(is_known).unwrap_or_else(|| {
            let texts = ThemeTexts::of(tree, theme.chain(), &names.needles);
            (Arc::clone(theme), Arc::clone(names), Arc::new(texts))
        });
        Arc::clone(&self.theme.insert(known).2)
    }
}
