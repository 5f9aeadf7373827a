//! Ordinary prose of clinics, written for this: no rule has anything to say of it.

use felles::pipeline::{BuildOptions, MemorySink, build};
use felles::source::SourceTree;

use crate::fixture::{DATE, file, lines, site, with};

const BOKMAL: [&str; 24] = [
    "Vi fører journal om helsehjelpen du får. Det er en plikt etter helsepersonelloven § 39, og vi kan ikke la være om du ber om det.",
    "Du kan trekke samtykket når som helst. Det gjør du like enkelt som du ga det, og behandlingen din blir den samme.",
    "Bestiller du time på nettet, ber vi om navn, fødselsnummer og telefonnummer. Uten dem kan vi ikke vite at vi snakker med deg.",
    "Dagen før timen får du en SMS fra oss. Vil du ikke ha den, sier du fra i resepsjonen.",
    "Journalen viser vi bare til dem som trenger den for å hjelpe deg. Systemet skriver ned hvem som har lest den.",
    "Er noe i journalen feil, kan du be oss rette det. Sier vi nei, kan du klage til Statsforvalteren.",
    "Du kan klage til Datatilsynet når som helst. Du trenger ikke å klage til oss først, men vi vil gjerne høre fra deg.",
    "Regningen din lagrer vi i fem år etter regnskapsårets slutt. Det krever bokføringsloven § 13.",
    "Journalen lagrer vi så lenge det er nødvendig for helsehjelpen. Pasientjournalloven § 25 setter ikke noe bestemt antall år.",
    "Send oss ikke helseopplysninger på vanlig e-post, Facebook eller Instagram. Ring oss heller, eller bruk skjemaet.",
    "Vi bruker ikke Google Analytics, og nettstedet setter ingen informasjonskapsler som trenger samtykke.",
    "Nettleseren din sender IP-adressen din hver gang du åpner en side. Loggen sletter vi etter tretti dager.",
    "Ble du henvist til oss, har vi fått henvisningen fra fastlegen. Etterpå sender vi epikrisen tilbake, om du ikke sier nei.",
    "Barn over 16 år bestemmer selv hvem som får se journalen. For yngre barn spør vi foreldrene.",
    "Vi tar bilder før og etter et inngrep når legen trenger dem. Bildene er en del av journalen.",
    "Behandlingen i juli er som ellers i året, men i romjulen har vi stengt. Se åpningstidene nederst på siden.",
    "Leverandøren som drifter systemet, kan bare gjøre det vi har bedt om. Avtalen med den kaller loven en databehandleravtale.",
    "Opplysningene blir som hovedregel i EØS. Er en mottaker i et annet land, står det i tabellen, og det står også hva som verner dem der.",
    "Fyll inn skjemaet så godt du kan. Det du ikke vet, kan vi finne ut av sammen når du kommer.",
    "Hvis du mener at vi bruker opplysninger feil, kan du klage til Datatilsynet. Får du nei fra oss, sier vi hvor du kan klage.",
    "Når du bruker timebestillingen, husker nettstedet valgene dine bare hvis du samtykker. Uten samtykke velger du på nytt.",
    "Nyhetsbrevet sender vi etter markedsføringsloven § 15, og hva reklamen kan love, følger av helsepersonelloven § 13.",
    "Pasient- og brukerrettighetsloven gir deg innsyn. Blir vi ikke enige om hva journalen skal si, kan synet ditt føres inn i den.",
    "Legen kan dele det som er nødvendig, med dem som behandler deg videre. Du kan si at du ikke vil det, for eksempel til en bestemt person.",
];

const NYNORSK: [&str; 6] = [
    "Vi fører journal om helsehjelpa du får. Det er ei plikt, og vi kan ikkje la vere om du ber om det.",
    "Du kan klage til Datatilsynet når som helst. Du treng ikkje å klage til oss først.",
    "Rekninga di lagrar vi i fem år etter at rekneskapsåret er slutt. Det krev bokføringslova § 13.",
    "Meiner du at vi bruker opplysningar feil, kan du klage til Datatilsynet. Blir vi einige, rettar vi journalen med ein gong.",
    "Journalen fører vi etter helsepersonellova, og reklame sender vi berre når du har sagt ja.",
    "Send oss ikkje helseopplysningar på vanleg e-post. Ring oss heller, eller kom innom.",
];

const ENGLISH: [&str; 8] = [
    "We keep a patient record because the law says so, and cannot stop if you ask us to.",
    "You can complain to the Norwegian Data Protection Authority at any time. You do not have to complain to us first.",
    "Your invoice is kept for five years after the end of the financial year, as the Bookkeeping Act requires.",
    "If you believe that we use your data wrongly, you can complain to the Norwegian Data Protection Authority. We answer within a month.",
    "When you use the online booking, we remember your choices if you agree. If you contact us again, we ask once more.",
    "You can delete cookies in your browser. This web site sets none that need your consent.",
    "Please fill in the form before you come. Here is what to bring: a list of your medicines and your referral.",
    "We may close early in May. If you use the online booking, you see the free appointments at once.",
];

/// What is found in a clause with these paragraphs, as a list's items and as paragraphs.
fn found_in(language: &str, paragraphs: &[&str]) -> String {
    let base = site("nordlys");
    let config = "format = 1\nlanguages = [\"nb\", \"en\", \"nn\"]\ntheme = \"nordlys\"\n";
    let head = if language == "nb" { "+++\nop = \"append\"\n+++\n" } else { "" };
    let text = format!("{head}{}\n\n- {}\n", paragraphs.join("\n\n"), paragraphs.join("\n- "));
    let path = format!("content/clinics/nordlys-oslo/clauses/what-we-collect.{language}.md");
    let tree = with(&base, vec![file("site.toml", config), file(&path, text)]);
    lines(&of_file(&tree, &path), &tree)
}

/// The findings of one file; the fixture has no nynorsk beside it, and each paragraph stands twice in it.
fn of_file(tree: &SourceTree, path: &str) -> Vec<felles::diagnostic::Diagnostic> {
    let mut findings = build(tree, BuildOptions { date: DATE }, &MemorySink::new()).findings;
    findings.retain(|finding| {
        !matches!(finding.code.as_ref(), "missing-language" | "repeated-text")
            && tree.file(finding.span.file).path.as_str() == path
    });
    findings
}

#[test]
fn ordinary_prose_of_clinics_gives_no_finding() {
    assert_eq!(found_in("nb", &BOKMAL), "");
    assert_eq!(found_in("nn", &NYNORSK), "");
    assert_eq!(found_in("en", &ENGLISH), "");
}

/// Paragraphs as they stand in leaflets and on pages of the health services, municipalities and authorities,
/// written for this.
const PUBLIC: &str = include_str!("../prose/norwegian.txt");

#[test]
fn two_hundred_paragraphs_of_public_prose_give_no_finding() {
    let paragraphs: Vec<&str> = PUBLIC.lines().collect();
    assert!(paragraphs.len() >= 200, "{}", paragraphs.len());
    // One asks for consent to research, and no purpose of the site is for it: that is no false alarm.
    let found = found_in("nb", &paragraphs);
    let research = "[purpose-not-in-table]: the text speaks of `til forskning`";
    assert!(found.lines().count() == 1 && found.contains(research), "{found}");
}

#[test]
fn nynorsk_is_read_as_well_as_bokmal() {
    let wrong = [
        "Ved å nytte nettstaden samtykkjer du til informasjonskapslar.",
        "Du har plikt til å svare, og vi lagrar data så lenge det er naudsynt.",
        "Får du endeleg avslag, kan du klage til Datatilsynet.",
        "Vi samtykkjer i at klinikken fører journal.",
        "Du opnar han på nytt i Juli 2027.",
        "Personvernombodet er Kari Nordmann.",
        "Vi veit ikke hva du meiner.",
    ];
    let found = found_in("nn", &wrong);
    for rule in [
        "consent-by-use",
        "retention-as-long-as-necessary",
        "complaint-conditional",
        "consent-for-journal",
        "capital-month",
        "named-officer",
        "mixed-norwegian",
    ] {
        assert!(found.contains(&format!("[{rule}]")), "{rule}:\n{found}");
    }
}
