/// Declares an enum of words that the content chooses from.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Their words.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word, as the content writes it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::model::TextValue for $name {
            const IS_SHOWN: bool = false;

            fn parse(text: &str) -> Result<Self, $crate::model::Invalid> {
                use $crate::diagnostic::{catalogue, nearest};
                match text {
                    $($word => Ok(Self::$variant),)*
                    _ => {
                        let words = $crate::model::reader::listed(Self::WORDS);
                        let headline = catalogue::values::not_one_of(text, &words);
                        let meant = nearest(text, Self::WORDS.iter().copied());
                        let help = meant.map(catalogue::content::did_you_mean);
                        Err($crate::model::Invalid::new(headline, help))
                    }
                }
            }
        }
    };
}

pub(crate) use choices;
