//! Findings as SARIF 2.1.0, the format in which code hosts and editors take the results of checks (OASIS,
//! 2020).

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::draw::severity_word;
use super::json::json_text;
use crate::diagnostic::{Diagnostic, ExplanationPart, Message, MessageLanguage};
use crate::model::HouseRules;
use crate::pipeline::{explanation, house_explanation, house_rules};
use crate::source::SourceTree;
use crate::span::Span;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Value,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
}

/// The findings as one SARIF log with one run; columns count in characters, from one.
#[must_use]
pub fn to_sarif(findings: &[Diagnostic], tree: &SourceTree, language: MessageLanguage) -> String {
    let mut codes: BTreeMap<&str, usize> =
        findings.iter().map(|finding| (finding.code.as_ref(), 0)).collect();
    for (index, place) in codes.values_mut().enumerate() {
        *place = index;
    }
    let results: Vec<Result<'_>> = findings
        .iter()
        .map(|finding| Result {
            rule_id: &finding.code,
            rule_index: codes[finding.code.as_ref()],
            level: severity_word(finding.severity),
            message: json!({ "text": text(finding, language) }),
            locations: [location(finding.span, finding.label.as_ref(), tree, language)],
            related_locations: finding
                .related
                .iter()
                .map(|(span, label)| location(*span, Some(label), tree, language))
                .collect(),
        })
        .collect();
    let house_rules = house_rules(tree);
    let rules: Vec<_> = codes.keys().map(|code| descriptor(code, &house_rules, language)).collect();
    json_text(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "felles",
                "language": language.tag(),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "language": language.tag(),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                "SITE": { "description": { "text": "The folder that holds site.toml" } },
            },
            "results": results,
        }],
    }))
}

fn descriptor(code: &str, house_rules: &HouseRules, language: MessageLanguage) -> Value {
    let mut descriptor = json!({ "id": code });
    let of_house = || house_rules.values().find(|rule| rule.name.as_str() == code);
    let of_house = || of_house().map(|rule| house_explanation(rule, language));
    let Some(explanation) = explanation(code, language).or_else(of_house) else { return descriptor };
    let [finds, matters] = [ExplanationPart::Finds, ExplanationPart::Matters]
        .map(|part| explanation.part(part).unwrap_or_default());
    descriptor["shortDescription"] = json!({ "text": finds });
    descriptor["fullDescription"] = json!({ "text": format!("{finds} {matters}") });
    descriptor["help"] = json!({ "text": explanation.text(), "markdown": explanation.text() });
    descriptor
}

fn text(finding: &Diagnostic, language: MessageLanguage) -> String {
    let help = finding.help.as_ref().map(|help| format!("\n{}", help.in_language(language)));
    format!("{}{}", finding.headline.in_language(language), help.unwrap_or_default())
}

fn location(span: Span, label: Option<&Message>, tree: &SourceTree, language: MessageLanguage) -> Value {
    let file = tree.file(span.file);
    let (line, column) = file.line_and_column(span.start);
    let (end_line, end_column) = file.line_and_column(span.end);
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file.path.as_str()), "uriBaseId": "SITE" },
        "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
    } });
    if let Some(label) = label {
        location["message"] = json!({ "text": label.in_language(language) });
    }
    location
}

/// A path as a relative reference (RFC 3986): what is not plain is written in per cent.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    let sign = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(sign).collect()
}
