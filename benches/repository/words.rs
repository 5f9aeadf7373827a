/// Words that look like Norwegian and mean nothing, from a stream of numbers that is the same every time.
pub(super) struct Words {
    state: u64,
}

const BEGINNINGS: [&str; 16] = [
    "be", "kli", "opp", "for", "jour", "sam", "på", "lys", "vei", "time", "hel", "av", "ned", "inn", "rå",
    "ut",
];
const MIDDLES: [&str; 8] = ["", "", "", "", "", "", "ly", "ra"];
const ENDS: [&str; 16] = [
    "ning", "e", "er", "dom", "skap", "het", "lig", "ing", "en", "et", "nad", "som", "sel", "ke", "te", "ne",
];

impl Words {
    /// The stream that belongs to `seed`.
    pub(super) fn of(seed: u64) -> Self {
        Self { state: seed }
    }

    /// `SplitMix64`: nine lines that spread well, so no crate is needed for it.
    fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let length = from.len() as u64;
        from[usize::try_from(self.number() % length).expect("a list's length is a usize")]
    }

    fn word(&mut self) -> String {
        [self.pick(&BEGINNINGS), self.pick(&MIDDLES), self.pick(&ENDS)].concat()
    }

    /// Words without a full stop, the first with a capital letter.
    pub(super) fn sentence(&mut self, length: usize) -> String {
        let words: Vec<String> = (0..length).map(|_| self.word()).collect();
        capital(&words.join(" "))
    }

    /// Sentences of ten words.
    pub(super) fn prose(&mut self, length: usize) -> String {
        let sentences: Vec<String> = (0..length / 10).map(|_| self.sentence(10) + ".").collect();
        sentences.join(" ")
    }

    /// Two words with capital letters.
    pub(super) fn name(&mut self) -> String {
        format!("{} {}", capital(&self.word()), capital(&self.word()))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
