use super::Id;
use crate::diagnostic::{catalogue::content, catalogue::values as say, nearest};
use crate::model::choices::choices;
use crate::model::reader::listed;
use crate::model::{Invalid, TextValue};

choices! {
    /// A way to reach a clinic that has hours of its own.
    Channel {
        /// At its door.
        Visit = "visit",
        /// By telephone.
        Phone = "phone",
        /// By e-mail that is answered.
        Email = "email",
        /// Booking on the web.
        Booking = "booking",
    }
}

/// A channel of a clinic, `phone`, or of one of its departments, `ivf.phone`; the id of a row of its hours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChannelId(Id);

impl ChannelId {
    /// The same as the id of a row.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.0
    }
}

impl TextValue for ChannelId {
    const IS_SHOWN: bool = false;

    fn parse(text: &str) -> Result<Self, Invalid> {
        let (department, word) = match text.split_once('.') {
            Some((department, word)) => (Some(Id::parse(department)?), word),
            None => (None, text),
        };
        if !Channel::WORDS.contains(&word) {
            let help = nearest(word, Channel::WORDS.iter().copied()).map(content::did_you_mean);
            let list = || content::channels_are(&listed(Channel::WORDS));
            return Err(Invalid::new(say::not_a_channel_id(text), help.unwrap_or_else(list)));
        }
        let channel = Id::parse(word)?;
        Ok(Self(department.map_or(channel.clone(), |department| department.joined(&channel))))
    }
}
