//! Reads the data block of a page as a search engine does.

use jiff::civil::Date;
use serde_json::Value;

/// The hours of one channel in schema.org's words.
pub(super) struct Specifications(Vec<Value>);

/// The data block of a page.
pub(super) fn data_block(html: &str) -> Value {
    let blocks: Vec<&str> = html.split("<script type=\"application/ld+json\">").skip(1).collect();
    assert_eq!(blocks.len(), 1, "a page has one data block");
    let json = blocks[0].split("</script>").next().unwrap();
    assert!(!json.contains(['<', '>', '&']), "nothing in the block can end it");
    serde_json::from_str(json).expect("the block is JSON")
}

/// The channels of a clinic, in the order of its timetables: its visits, its other channels, then those of its departments.
pub(super) fn channels(clinic: &Value) -> Vec<Specifications> {
    assert_eq!(clinic["@type"], "MedicalClinic");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut visit = list(&clinic["openingHoursSpecification"]);
    visit.extend(list(&clinic["specialOpeningHoursSpecification"]));
    let own = (!visit.is_empty()).then_some(Specifications(visit));
    let points = list(&clinic["contactPoint"]);
    let points = points.iter().map(|point| Specifications(list(&point["hoursAvailable"])));
    let departments = list(&clinic["department"]);
    let departments = departments.iter().flat_map(channels);
    own.into_iter().chain(points).chain(departments).collect()
}

impl Specifications {
    /// When a date is open; nothing where it is closed or not stated.
    pub(super) fn on(&self, date: Date) -> Vec<(String, String)> {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let name = names[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap()];
        let word = |specification: &Value, key: &str| specification[key].as_str().map(str::to_owned);
        let day =
            |specification: &Value, key: &str| -> Option<Date> { word(specification, key)?.parse().ok() };
        let is_special = |specification: &&Value| {
            day(specification, "validFrom").is_some_and(|from| from <= date)
                && day(specification, "validThrough").is_some_and(|through| date <= through)
        };
        let is_weekly = |specification: &&Value| {
            let days = specification["dayOfWeek"].as_array();
            days.is_some_and(|days| days.iter().any(|day| day == name))
        };
        let mut counting: Vec<&Value> = self.0.iter().filter(is_special).collect();
        if counting.is_empty() {
            counting = self.0.iter().filter(is_weekly).collect();
        }
        let interval = |specification: &Value| {
            (word(specification, "opens").unwrap(), word(specification, "closes").unwrap())
        };
        let mut open: Vec<(String, String)> = counting.into_iter().map(interval).collect();
        if let [only] = open.as_slice()
            && *only == ("00:00".to_owned(), "00:00".to_owned())
        {
            open.clear();
        }
        open
    }
}
