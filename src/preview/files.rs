/// What the preview's pages load, by the name below [`OWN`](crate::serve::OWN).
pub(super) const FILES: [(&str, &str); 27] = [
    ("bar.css", include_str!("page/bar.css")),
    ("bar.js", include_str!("page/bar.js")),
    ("beside.css", include_str!("wall/beside.css")),
    ("beside.js", include_str!("wall/beside.js")),
    ("compare.js", include_str!("page/compare.js")),
    ("dates.js", include_str!("page/dates.js")),
    ("day.js", include_str!("page/day.js")),
    ("differences.css", include_str!("wall/differences.css")),
    ("differences.js", include_str!("wall/differences.js")),
    ("dom.js", include_str!("page/dom.js")),
    ("events.js", include_str!("page/events.js")),
    ("findings.js", include_str!("page/findings.js")),
    ("icon.svg", include_str!("wall/icon.svg")),
    ("keys.js", include_str!("page/keys.js")),
    ("layers.js", include_str!("page/layers.js")),
    ("listed.js", include_str!("wall/listed.js")),
    ("morph.js", include_str!("page/morph.js")),
    ("page.css", include_str!("page/page.css")),
    ("patch.js", include_str!("page/patch.js")),
    ("place.js", include_str!("page/place.js")),
    ("preview.js", include_str!("page/preview.js")),
    ("renew.js", include_str!("page/renew.js")),
    ("state.js", include_str!("page/state.js")),
    ("views.js", include_str!("wall/views.js")),
    ("wall.css", include_str!("wall/wall.css")),
    ("wall.js", include_str!("wall/wall.js")),
    ("why.js", include_str!("page/why.js")),
];

/// The text of a file.
pub(super) fn file(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
