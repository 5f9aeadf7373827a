use proptest::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Source, check_templates};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceFile, SourcePath, SourceTree};
use crate::span::FileId;
use crate::theme::template::{Shape, Templates};

#[derive(Serialize, JsonSchema)]
struct Page {
    title: String,
    clinic: Clinic,
    notices: Vec<Notice>,
    contacts: std::collections::BTreeMap<String, Contact>,
    note: Option<Notice>,
}

#[derive(Serialize, JsonSchema)]
struct Clinic {
    name: String,
    languages: Vec<String>,
    phone: Option<Contact>,
    company_number: String,
}

#[derive(Serialize, JsonSchema)]
struct Notice {
    title: String,
    level: String,
}

#[derive(Serialize, JsonSchema)]
struct Contact {
    number: String,
    secure: bool,
}

/// The findings as `file:line:column headline (help)`.
fn findings(files: &[(&str, &str)], entries: &[(&str, Shape)]) -> Vec<String> {
    let file = |(name, text): &(&str, &str)| {
        let path = SourcePath::parse(&format!("themes/base/templates/{name}")).expect("the path is plain");
        SourceFile::new(path, text.as_bytes().to_vec())
    };
    let tree = SourceTree::new(files.iter().map(file).collect());
    let mut found = Diagnostics::new();
    drop(Templates::load(&tree, &["base".to_owned()], entries, &mut found));
    let line = |diagnostic: crate::diagnostic::Diagnostic| {
        let file = tree.file(diagnostic.span.file);
        let (line, column) = file.line_and_column(diagnostic.span.start);
        let name = file.path.as_str().trim_start_matches("themes/base/templates/");
        let help = diagnostic.help.map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{name}:{line}:{column} {}{help}", diagnostic.headline)
    };
    found.into_sorted().into_iter().map(line).collect()
}

#[track_caller]
fn check_files(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(findings(files, &[("page.html", Shape::of::<Page>())]), expected, "{files:?}");
}

/// `expected` is what is found in the template, without the name of its file.
#[track_caller]
fn check(template: &str, expected: &str) {
    let expected: Vec<String> = expected.lines().map(|line| format!("page.html:{line}")).collect();
    assert_eq!(
        findings(&[("page.html", template)], &[("page.html", Shape::of::<Page>())]),
        expected,
        "{template}"
    );
}

const NMAE: &str = "unknown field `clinic.nmae` (did you mean `clinic.name`?)";

#[test]
fn a_misspelt_field_is_found_wherever_it_stands() {
    let check = |template: &str, place: &str| check(template, &format!("{place} {NMAE}"));
    check("{{ clinic.nmae }}", "1:11");
    check("{{-clinic.nmae-}}", "1:11");
    check("æ\n  {{ clinic . nmae }}", "2:15");
    check("{{ clinic?.nmae }}", "1:12");
    check("{{ clinic['nmae'] }}", "1:12");
    check("{{ clinic?[`nmae`] }}", "1:13");
    check("{% if clinic.nmae %}{% endif %}", "1:14");
    check("{% if title %}{% elif not clinic.nmae %}{% endif %}", "1:34");
    check("{% if clinic.nmae is defined %}{% endif %}", "1:14");
    check("{% if title == clinic.nmae and title %}{% endif %}", "1:23");
    check("{% if false %}{{ clinic.nmae }}{% endif %}", "1:25");
    check("{% if true %}{% else %}{{ clinic.nmae }}{% endif %}", "1:34");
    check("{% for x in clinic.nmae %}{{ x.anything }}{% endfor %}", "1:20");
    check("{% for x in notices %}{% else %}{{ clinic.nmae }}{% endfor %}", "1:43");
    check("{% for x in notices %}{% if loop.first %}{{ clinic.nmae }}{% endif %}{% endfor %}", "1:52");
    check("{% set x = clinic.nmae %}{{ x.anything }}", "1:19");
    check("{% set x %}{{ clinic.nmae }}{% endset %}", "1:22");
    check("{% set x | replace(from='a', to=clinic.nmae) %}{% endset %}", "1:40");
    check("{% filter upper %}{{ clinic.nmae }}{% endfilter %}", "1:29");
    check("{% filter replace(from='a', to=clinic.nmae) %}{% endfilter %}", "1:39");
    check("{{ title ~ clinic.nmae }}", "1:19");
    check("{{ clinic.nmae | upper | trim }}", "1:11");
    check("{{ title | replace(from='a', to=clinic.nmae) }}", "1:40");
    check("{{ clinic.nmae | default(value='x') }}", "1:11");
    check("{{ title if clinic.nmae else title }}", "1:20");
    check("{{ clinic.nmae if title else title }}", "1:11");
    check("{{ [1, clinic.nmae] | length }}", "1:15");
    check("{{ range(end=clinic.nmae | length) | length }}", "1:21");
    check("{{ clinic.languages[clinic.nmae] }}", "1:28");
    check("{% block a %}{{ clinic.nmae }}{% endblock %}", "1:24");
    check("{# {{ clinic.bad }} #}{{ clinic.nmae }}", "1:33");
    check("{{ clinic | get(key='nmae') }}", "1:22");
}

#[test]
fn variables_carry_the_shape_of_what_they_are_made_of() {
    let titel = "(did you mean `n.title`?)";
    check(
        "{% for n in notices %}{{ n.titel }}{% endfor %}",
        &format!("1:28 unknown field `n.titel` {titel}"),
    );
    check(
        "{% for n in notices | reverse %}{{ n.titel }}{% endfor %}",
        &format!("1:38 unknown field `n.titel` {titel}"),
    );
    check("{% set n = notices[0] %}{{ n.titel }}", &format!("1:30 unknown field `n.titel` {titel}"));
    check("{% set n = notices | first %}{{ n.titel }}", &format!("1:35 unknown field `n.titel` {titel}"));
    check("{% set n = note or notices[0] %}{{ n.titel }}", &format!("1:38 unknown field `n.titel` {titel}"));
    check(
        "{% set xs = [note, notices[0]] %}{% for n in xs %}{{ n.titel }}{% endfor %}",
        &format!("1:56 unknown field `n.titel` {titel}"),
    );
    check(
        "{{ notices[0].titel }}",
        "1:15 unknown field `notices[0].titel` (did you mean `notices[0].title`?)",
    );
    check("{{ note.titel }}", "1:9 unknown field `note.titel` (did you mean `note.title`?)");
    check(
        "{{ contacts.privacy.numbr }}",
        "1:21 unknown field `contacts.privacy.numbr` (did you mean `contacts.privacy.number`?)",
    );
    check(
        "{% for id, c in contacts %}{{ id }}{{ c.numbr }}{% endfor %}",
        "1:41 unknown field `c.numbr` (did you mean `c.number`?)",
    );
    check(
        "{{ notices | sort(attribute='titel') | length }}",
        "1:30 unknown field `.titel` (did you mean `.title`?)",
    );
    check(
        "{% if title %}{% set x = note %}{% else %}{% set x = clinic.phone %}{% endif %}{{ x.title }}\
        {{ x.number }}{{ x.numbr }}",
        "1:112 unknown field `x.numbr` (did you mean `x.number`?)",
    );
}

#[test]
fn without_a_near_name_the_help_says_what_there_is() {
    check("{{ note.author }}", "1:9 unknown field `note.author` (`note` has these fields: `title`, `level`)");
    check("{{ title.first }}", "1:10 unknown field `title.first` (`title` has no fields)");
    check(
        "{{ notices.title }}",
        "1:12 unknown field `notices.title` (`notices` is a list: go through it with `for`, \
        or take one element with `[0]`)",
    );
    check("{% if clinics %}{% endif %}", "1:7 unknown variable `clinics` (did you mean `clinic`?)");
}

#[test]
fn what_is_right_is_left_alone() {
    let check = |template: &str| check(template, "");
    check("{{ clinic.name }}{{ clinic.company_number }}{{ clinic.phone.number | default(value='') }}");
    check(
        "{% if clinic.phone is defined and not clinic.phone is none %}{{ clinic.phone?.number }}{% endif %}",
    );
    check(
        "{% for n in notices %}{{ loop.index }}{{ loop.index0 }}{% if loop.last %}{% break %}{% endif %}\
        {% endfor %}",
    );
    check("{% for n in notices %}{{ n.level | upper }}{% else %}{{ title }}{% endfor %}");
    check("{% for c in clinic.name %}{{ c }}{% endfor %}{% for i in range(end=3) %}{{ i + 1 }}{% endfor %}");
    check(
        "{{ (title if note else clinic.name) | upper }}{{ [[1], [2]][0][0] }}{{ -1.5 | round }}\
        {{ 2 ** 3 // 2 }}",
    );
    check("{% set x = none %}{% for n in notices %}{% set_global x = n %}{% endfor %}{{ x.title }}");
    check("{% set list = [] %}{% for n in list %}{{ n.anything }}{% endfor %}");
    check("{% set x = note | default(value=notices[0]) %}{{ x.title }}");
    check("{% for n in notices | default(value=[]) %}{{ n.title }}{% endfor %}");
    check("{# {{ clinic.nmae }} #}{{ '{# ' }}{#- {% if x %} -#}");
    check("{{ '{{ clinic.nmae }}' }}{{ \"it's \\\"fine\\\" %}\" }}");
    check("{{ clinic[title].anything }}{{ contacts[title].number }}{{ contacts['a-b'].number }}");
    check("{% block a %}{% set y = note %}{{ y.title }}{% endblock a %}{{ __tera_context }}");
    check("{% if 'a' not in title and title is not containing(pat='x') %}{% endif %}");
    check("{% filter upper | trim %}{{ title }}{% endfilter %}{% set z | safe %}<b>{% endset %}{{ z }}");
}

#[test]
fn a_variable_may_hold_what_the_last_round_of_a_loop_left() {
    let round = "{% for n in notices %}{% if last and last.level != n.level %}{{ last.titel }}{% endif %}\
        {% set_global last = n %}{% endfor %}";
    check(
        &format!("{{% set last = none %}}{round}"),
        "1:91 unknown field `last.titel` (did you mean `last.title`?)",
    );
    check(&format!("{{% set last = '' %}}{round}"), "");
}

#[test]
fn what_the_checker_does_not_know_is_said_at_its_place_and_nothing_else_is() {
    let unknown = [
        ("{{ <card/> }}{% component card() %}{% endcomponent %}", 4),
        ("{% <card> %}x{% </card> %}{% component card() %}{% endcomponent %}", 4),
        ("{% component card(x) %}{{ clinic.nmae }}{% endcomponent %}", 4),
        ("{{ clinic | get(key='name', default={...note}) }}", 37),
        ("{% set x = {'a': clinic.nmae} %}{{ x.b }}", 12),
        ("{{ [...notices] | length }}", 5),
        ("{{ [n.titel for n in notices] | length }}", 13),
        ("{{ notices[1:] | length }}", 13),
        ("{{ notices[:1] | length }}", 12),
        ("{% raw %}{{ clinic.nmae }}{% endraw %}", 4),
    ];
    for (template, column) in unknown {
        let place =
            format!("1:{column} the fields in the template `page.html` cannot be checked from this place on");
        check(template, &place);
        // What Tera takes it runs all the same, and what stands in front of the place is checked.
        check(
            &format!("{{{{ clinic.nmae }}}}\n{template}"),
            &format!("1:11 {NMAE}\n{}", place.replacen('1', "2", 1)),
        );
    }
}

#[test]
fn a_part_that_is_not_read_leaves_the_others_checked() {
    let not_read = |place: &str, name: &str| {
        format!("{place} the fields in the template `{name}` cannot be checked from this place on")
    };
    check_files(
        &[
            ("page.html", "{% include 'a.html' %}{{ clinic.nmae }}"),
            ("a.html", "{% raw %}{% endraw %}{{ clinic.nmae }}"),
        ],
        &[&not_read("a.html:1:4", "a.html"), &format!("page.html:1:33 {NMAE}")],
    );
    check_files(
        &[
            ("page.html", "{% extends 'base.html' %}{% block a %}{{ clinic.nmae }}{% endblock %}"),
            ("base.html", "{% raw %}{% endraw %}{% block a %}{% endblock %}"),
        ],
        &[&not_read("base.html:1:4", "base.html"), &format!("page.html:1:49 {NMAE}")],
    );
    check_files(
        &[
            ("page.html", "{% extends 'base.html' %}{% block a %}{% raw %}{% endraw %}{% endblock %}"),
            (
                "base.html",
                "{% for n in notices %}{{ n.title }}{% endfor %}{% block a %}{% endblock %}{{ clinic.nmae }}",
            ),
        ],
        &[&format!("base.html:1:85 {NMAE}"), &not_read("page.html:1:42", "page.html")],
    );
}

#[test]
fn includes_and_blocks_are_checked_in_the_scope_of_the_page() {
    check_files(
        &[("page.html", "{% include 'a.html' %}"), ("a.html", "{{ clinic.nmae }}")],
        &[&format!("a.html:1:11 {NMAE}")],
    );
    check_files(
        &[
            ("page.html", "{% for n in notices %}{% include 'a.html' %}{% endfor %}"),
            ("a.html", "{{ n.titel }}"),
        ],
        &["a.html:1:6 unknown field `n.titel` (did you mean `n.title`?)"],
    );
    let base = ("base.html", "{% block a %}{{ clinic.nmae }}{% endblock %}{% block b %}{% endblock %}");
    check_files(
        &[
            ("page.html", "{% extends 'base.html' %}{% block a %}{{ super() }}{{ title.x }}{% endblock %}"),
            base,
        ],
        &[
            &format!("base.html:1:24 {NMAE}"),
            "page.html:1:61 unknown field `title.x` (`title` has no fields)",
        ],
    );
    check_files(
        &[("page.html", "{% extends 'base.html' %}{% block bb %}{% endblock %}"), base],
        &[
            &format!("base.html:1:24 {NMAE}"),
            "page.html:1:35 no template that this one extends has a block `bb` (did you mean `b`?)",
        ],
    );
    check_files(
        &[("page.html", ""), ("unused.html", "{{ whatever.x }}{{ title | uper }}")],
        &["unused.html:1:28 unknown filter `uper` (did you mean `upper`?)"],
    );
}

#[test]
fn a_part_of_two_pages_may_ask_for_what_one_of_them_has() {
    #[derive(Serialize, JsonSchema)]
    struct Front {
        title: String,
        languages: Vec<String>,
    }
    let files = [
        ("front.html", "{% include 'head.html' %}"),
        ("page.html", "{% include 'head.html' %}"),
        (
            "head.html",
            "{% if clinic %}{{ clinic.name }}{{ clinic.nmae }}{% endif %}{% if langauges %}{% endif %}",
        ),
    ];
    let entries = [("front.html", Shape::of::<Front>()), ("page.html", Shape::of::<Page>())];
    assert_eq!(
        findings(&files, &entries),
        [
            format!("head.html:1:43 {NMAE}"),
            "head.html:1:67 unknown variable `langauges` (did you mean `languages`?)".to_owned(),
        ]
    );
}

#[test]
fn names_that_tera_looks_up_are_found_all_at_once() {
    check_files(
        &[(
            "page.html",
            "{{ title | uper }}{% if title is defind %}{% endif %}{{ rage(end=1) }}{% include 'b.html' %}\
            {{ notices | group_by(attribute='level') | length }}",
        )],
        &[
            "page.html:1:12 unknown filter `uper` (did you mean `upper`?)",
            "page.html:1:34 unknown test `defind` (did you mean `defined`?)",
            "page.html:1:57 unknown function `rage` (did you mean `range`?)",
            "page.html:1:82 the theme has no template `b.html`",
            "page.html:1:106 `group_by` gives its groups in a new order each time, \
            so the pages would not come out the same",
        ],
    );
}

/// Pieces that templates are made of, so that chance comes deep into the checker.
const PIECES: &str = "{{ · }}·{% · %}·{%- ·-%}·{#·#}·if ·elif ·else·endif·for · in ·endfor·set ·set_global ·endset·\
                      block ·endblock·extends ·include ·'a.html'·component ·endcomponent·<·/>·</·>·(·)·[·]·{·}·.·\
                      ?.·?[·,·:·|·=·==·...·not ·is ·and ·or ·a·b.c·1·2.5·\"x\"·'·~·-·*·raw·endraw·true·none·@· ·æ·\
                      \n·{{ a }}·{% if a %}·{% endif %}·{% for a in b %}·{% endfor %}·{% set a = ·\
                      {% component c(a, b=1) %}·{% endcomponent %}·{{ <c a={·filter ·endfilter·upper·\
                      default(value=·break·loop.index·[a for a in b if a]·a if b else c";

proptest! {
    #[test]
    fn no_text_makes_the_checker_panic(text in any::<String>()) {
        for text in [text.clone(), format!("{{{{{text}"), format!("{{% if {text}")] {
            look_through(&text)?;
        }
    }

    #[test]
    fn no_template_makes_the_checker_panic(
        pieces in prop::collection::vec(prop::sample::select(PIECES.split('·').collect::<Vec<_>>()), 0..12),
    ) {
        look_through(&pieces.concat())?;
    }
}

/// Checks a text as a template whether Tera takes it or not; every place that is named lies in it.
fn look_through(text: &str) -> Result<(), TestCaseError> {
    let mut found = Diagnostics::new();
    let source = Source { name: "page.html", file: FileId(0), text };
    check_templates(&[source], &[], &[("page.html", Shape::of::<Page>())], &mut found);
    for diagnostic in found.into_sorted() {
        prop_assert!(text.get(diagnostic.span.range()).is_some(), "{diagnostic:?} in {text}");
    }
    Ok(())
}

#[test]
fn endless_nesting_is_left_before_the_stack_ends() {
    for text in
        ["(", "[", "{'a':", "-", "not ", "a[", "<c a={", "1 if ", ".a", "[0]", " + a", " | b", " or a", "~a"]
    {
        look_through(&format!("{{{{a{}", text.repeat(10_000))).unwrap();
        look_through(&format!("{{{{{}", text.repeat(10_000))).unwrap();
    }
    for text in ["{% if a %}", "{% for a in b %}", "{% block a %}", "{% <c> %}", "{% set a %}"] {
        look_through(&text.repeat(10_000)).unwrap();
    }
}
