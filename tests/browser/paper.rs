//! The printed page: what a clerk hands over the counter.
#![expect(clippy::disallowed_methods, reason = "writes the printed page for another program to read")]

use std::fs;
use std::process::Command;

use serde_json::json;

use crate::driver::{Browser, Look};
use crate::server::page;

/// The text of a page as printed on A4, and the number of sheets.
fn printed(path: &str) -> (String, usize) {
    let browser = Browser::start();
    browser.open(&page(path), Look::wide(1280));
    let sheets = browser.devtools(
        "Page.printToPDF",
        &json!({"preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69}),
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.pdf");
    fs::write(&file, bytes(sheets["data"].as_str().expect("the sheets"))).expect("the folder can be written");
    let text = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .args([file.as_os_str(), "-".as_ref()])
        .output()
        .expect("this test needs pdftotext: apt-get install poppler-utils");
    let text = String::from_utf8(text.stdout).expect("the text is UTF-8");
    // It ends each sheet with a form feed.
    let count = text.matches('\u{c}').count();
    (text, count)
}

/// The bytes that a Base64 text stands for.
fn bytes(base64: &str) -> Vec<u8> {
    let digit = |sign: u8| match sign {
        b'A'..=b'Z' => Some(u32::from(sign - b'A')),
        b'a'..=b'z' => Some(u32::from(sign - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(sign - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = base64.bytes().filter_map(digit).collect();
    let group = |four: &[u32]| {
        let whole = four.iter().fold(0, |sum, digit| sum << 6 | digit) << (6 * (4 - four.len()));
        whole.to_be_bytes()[1..four.len()].to_vec()
    };
    digits.chunks(4).flat_map(group).collect()
}

#[test]
fn base64_is_read() {
    assert_eq!(bytes("JVBERg=="), b"%PDF");
    assert_eq!(bytes("JVBE"), b"%PD");
}

#[test]
fn a_statement_is_printed_whole_with_its_name_its_date_and_its_sheets_counted() {
    let (text, sheets) = printed("c-medical/personvern/");
    assert!((5..=20).contains(&sheets), "{sheets} sheets");
    let head: String = text.lines().take(12).collect::<Vec<_>>().join("\n");
    for part in ["C-Medical", "Personvernerklæring", "november 2026"] {
        assert!(head.contains(part), "{part} stands at the top:\n{head}");
    }
    for part in
        ["https://cmedical.no/personvern/", "https://www.datatilsynet.no", &format!("{sheets} / {sheets}")]
    {
        assert!(text.contains(part), "{part} is printed");
    }
    for part in ["Hopp til innholdet", "Til toppen", "Meny"] {
        assert!(!text.contains(part), "{part} is of no use on paper");
    }
}

#[test]
fn a_front_page_is_two_or_three_sheets() {
    let (text, sheets) = printed("c-medical/");
    assert!((1..=3).contains(&sheets), "{sheets} sheets");
    for part in ["personvernombud@cmedical.no", "Innen en måned", "Datatilsynet"] {
        assert!(text.contains(part), "{part} is printed");
    }
}
