use crate::model::layered::layered;
use crate::model::{
    Id, IdList, LegalBasisArticle, Line, Node, Reader, SpecialCategoryCondition, TableReader, Text, Value,
};
use crate::span::Located;

layered! {
    /// What personal data are used for: `[purposes.<id>]` (GDPR Articles 13(1)(c) and 14(1)(c)).
    Purpose / PurposeInput {
        /// Its name.
        title: required Text,
        /// What is done, and why.
        what_for: required Text,
        /// Whether health data are used; then every basis needs an Article 9 condition.
        health: optional bool,
        /// The legal bases.
        bases: required Vec<Located<LegalBasis>>,
        /// The interest that is pursued, with Article 6(1)(f).
        interest: optional Text,
        /// Which data (Article 14(1)(d)).
        data: required Text,
        /// Whose data.
        whose: required Text,
        /// Where the data come from (Article 14(2)(f)).
        source: required Text,
        /// Whether that source is open to the public.
        public_source: optional bool,
        /// Who gets the data, by their ids in `processors.toml`.
        recipients: required IdList,
        /// How long, by ids in `retention.toml`.
        retention: required IdList,
        /// Whether the patient must give the data, and what happens if not (Article 13(2)(e)).
        must_give: optional Text,
        /// Its own controllers, if they are not the clinic's.
        controllers: optional Vec<Located<Id>>,
        /// Automated decisions, if any are made (Articles 13(2)(f) and 22).
        automated: optional Text,
    }
}

/// A legal basis: the article, the condition for health data, and the law that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    /// Out of Article 6(1).
    pub article: LegalBasisArticle,
    /// Out of Article 9(2).
    pub condition: Option<SpecialCategoryCondition>,
    /// The law, by its id in `laws.toml`.
    pub law: Option<Located<Id>>,
    /// Where in the law: `§ 39`.
    pub section: Option<String>,
}

impl Value for LegalBasis {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut table = TableReader::open(node, reader)?;
        let article = table.required::<LegalBasisArticle>("article");
        let condition = table.field::<SpecialCategoryCondition>("condition");
        let (law, section) = (table.field::<Id>("law"), table.field::<Line>("section"));
        table.finish(&[]);
        let section = section.map(|section| section.as_str().to_owned());
        Some(Self {
            article: article?.value,
            condition: condition.map(|condition| condition.value),
            law,
            section,
        })
    }
}
