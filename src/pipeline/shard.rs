use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::source::SourceTree;

/// A share of a site's brands: the `number`th of `of`, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    of: usize,
}

impl Shard {
    /// The share with this number of so many. Returns None if there is no such share.
    #[must_use]
    pub fn new(number: usize, of: usize) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Which it is, counted from one.
    #[must_use]
    pub fn number(self) -> usize {
        self.number
    }

    /// How many there are.
    #[must_use]
    pub fn of(self) -> usize {
        self.of
    }

    /// The ids of its brands. In the order of ids each share takes one in turn, so all are about as large.
    #[must_use]
    pub fn brands(self, tree: &SourceTree) -> BTreeSet<String> {
        let brands: BTreeSet<&str> = brand_ids(tree).collect();
        let own = brands.into_iter().enumerate().filter(|(at, _)| at % self.of + 1 == self.number);
        own.map(|(_, brand)| brand.to_owned()).collect()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts =
            text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let shard = parts.and_then(|(number, of)| Self::new(number, of));
        shard.ok_or_else(|| "a shard is written as `2/7`: the second of seven".to_owned())
    }
}

/// The ids of the brands that have a file, in the order of the files.
pub fn brand_ids(tree: &SourceTree) -> impl Iterator<Item = &str> {
    let names = tree
        .below("content/brands")
        .filter_map(|(_, file)| file.path.as_str().strip_prefix("content/brands/")?.strip_suffix(".toml"));
    names.filter(|name| !name.contains('/'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Shard;
    use crate::source::{SourceFile, SourcePath, SourceTree};

    fn tree(brands: usize) -> SourceTree {
        let file = |name: &str| SourceFile::new(SourcePath::parse(name).unwrap(), Vec::new());
        let brands = (0..brands).map(|brand| file(&format!("content/brands/b{brand}.toml")));
        SourceTree::new(brands.chain([file("content/brands/b0/logo.svg"), file("site.toml")]).collect())
    }

    #[test]
    fn every_brand_is_in_one_share_and_shares_are_about_as_large() {
        for (brands, of) in [(0, 1), (1, 1), (5, 2), (6, 3), (3, 7), (100, 7)] {
            let tree = tree(brands);
            let shares: Vec<BTreeSet<String>> =
                (1..=of).map(|number| Shard::new(number, of).unwrap().brands(&tree)).collect();
            assert_eq!(shares.iter().map(BTreeSet::len).sum::<usize>(), brands);
            assert_eq!(shares.iter().flatten().collect::<BTreeSet<_>>().len(), brands);
            assert!(shares.iter().all(|share| (brands / of..=brands.div_ceil(of)).contains(&share.len())));
        }
    }

    #[test]
    fn only_a_share_that_there_is_is_one() {
        let check = |text: &str, expected: Option<(usize, usize)>| {
            let shard = text.parse::<Shard>().ok().map(|shard| (shard.number(), shard.of()));
            assert_eq!(shard, expected, "{text}");
        };
        check("1/1", Some((1, 1)));
        check("7/7", Some((7, 7)));
        for wrong in
            ["0/3", "4/3", "1/0", "0/0", "1", "", "/", "1/", "-1/3", "1/3/3", "1.0/3", "a/b", "1 / 3"]
        {
            check(wrong, None);
        }
    }
}
