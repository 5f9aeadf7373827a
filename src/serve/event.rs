use std::sync::Arc;

/// Something that open pages hear of: a server-sent event (HTML standard, section 9.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    name: &'static str,
    data: String,
}

impl Event {
    /// An event with a name that scripts listen for, and what they are to know.
    #[must_use]
    pub fn new(name: &'static str, data: impl Into<String>) -> Self {
        Self { name, data: data.into() }
    }

    /// A new build is in place.
    #[must_use]
    pub fn build(number: u64) -> Self {
        Self::new("build", number.to_string())
    }

    /// The state is another: findings came or went, whether or not pages are others.
    /// Says whether all is made and checked.
    #[must_use]
    pub fn checked(all: bool) -> Self {
        Self::new("checked", if all { "all" } else { "some" })
    }

    /// So many of all brands are made by now.
    #[must_use]
    pub fn made(made: usize, all: usize) -> Self {
        Self::new("made", format!("{{\"made\":{made},\"all\":{all}}}"))
    }

    /// The event as it goes over the line: every line of the data is one of its own, however it ends.
    #[must_use]
    pub fn text(&self) -> String {
        let plain = self.data.replace("\r\n", "\n").replace('\r', "\n");
        let lines: String = plain.split('\n').flat_map(|line| ["data: ", line, "\n"]).collect();
        format!("event: {}\n{lines}\n", self.name)
    }

    pub(super) fn bytes(&self) -> Arc<[u8]> {
        self.text().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::Event;

    #[test]
    fn no_data_can_end_an_event_or_start_another() {
        assert_eq!(Event::build(7).text(), "event: build\ndata: 7\n\n");
        let text = Event::new("finding", "a\n\nevent: x\rb\r\nc").text();
        assert_eq!(text, "event: finding\ndata: a\ndata: \ndata: event: x\ndata: b\ndata: c\n\n");
    }
}
