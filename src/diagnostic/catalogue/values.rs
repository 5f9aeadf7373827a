//! What is said of a value that its type does not take.

messages! {
    write_it_as(text: &str) { nb: "skriv `{text}`", en: "write it as `{text}`" }
    not_an_id(text: &str) {
        nb: "`{text}` kan ikke være et navn i innholdet: bare små bokstaver a–z, sifre og enkle bindestreker, høyst 63 tegn",
        en: "`{text}` cannot be a name in the content: only small letters a–z, digits and single hyphens, at most 63 characters",
    }
    id_is_reserved(text: &str) { nb: "navnet `{text}` er reservert av Windows", en: "the name `{text}` is reserved by Windows" }
    language_no() { nb: "`no` sier ikke hvilken norsk det er", en: "`no` does not say which Norwegian it is" }
    write_nb_or_nn() { nb: "skriv `nb` for bokmål, `nn` for nynorsk, `en` for engelsk, `se` for nordsamisk", en: "write `nb` for bokmål, `nn` for nynorsk, `en` for English, `se` for Northern Sámi" }
    not_a_language(text: &str) { nb: "`{text}` er ikke en språkkode", en: "`{text}` is not a language code" }
    not_a_country(text: &str) { nb: "`{text}` er ikke en landkode", en: "`{text}` is not a country code" }
    write_a_country_code() { nb: "skriv de to bokstavene fra ISO 3166, for eksempel `NO`", en: "write the two letters of ISO 3166, for example `NO`" }
    not_a_company_number(text: &str) { nb: "`{text}` er ikke et organisasjonsnummer", en: "`{text}` is not a company number" }
    company_number_check_digit(text: &str) { nb: "organisasjonsnummeret `{text}` har feil kontrollsiffer", en: "company number `{text}` has a wrong check digit" }
    compare_with_the_register() { nb: "sammenlign med Enhetsregisteret; trolig er ett siffer feil eller to byttet om", en: "compare it with the company register; probably one digit is wrong or two are swapped" }
    company_number_length(length: usize) { nb: "i dette landet har det {length} sifre", en: "in this country it has {length} digits" }
    not_a_phone(text: &str) { nb: "`{text}` er ikke et telefonnummer", en: "`{text}` is not a telephone number" }
    write_a_phone() { nb: "skriv sifrene, eller landkode først: `+46 …`", en: "write the digits, or the country code first: `+46 …`" }
    write_a_phone_of(digits: &str, code: &str) { nb: "skriv {digits} sifre etter `+{code}`, slik nummeret ringes i landet, eller en annen landkode først", en: "write {digits} digits behind `+{code}`, as the number is dialled in the country, or another country's code first" }
    write_the_code_first() { nb: "skriv landkoden først: `+46 …`", en: "write the country code first: `+46 …`" }
    not_a_phone_in(text: &str, country: &str) { nb: "`{text}` er ikke et telefonnummer i {country}", en: "`{text}` is not a telephone number of {country}" }
    not_a_fact_of_a_country(text: &str) { nb: "`{text}` kan ikke leses her", en: "`{text}` cannot be read here" }
    write_it_like(example: &str) { nb: "skriv det som `{example}`", en: "write it like `{example}`" }
    no_country_has_the_code(text: &str) { nb: "`{text}` begynner ikke med en landkode som finnes", en: "`{text}` does not begin with a country code that exists" }
    digits_behind_the_code(code: &str, digits: &str) { nb: "et nummer har {digits} sifre etter `+{code}`", en: "a number has {digits} digits behind `+{code}`" }
    not_an_email(text: &str) { nb: "`{text}` er ikke en e-postadresse", en: "`{text}` is not an e-mail address" }
    write_an_email() { nb: "skriv den som `post@klinikken.no`", en: "write it like `post@clinic.no`" }
    not_a_domain(text: &str) { nb: "`{text}` er ikke et domene", en: "`{text}` is not a domain" }
    write_a_domain() { nb: "skriv det som `klinikken.no`", en: "write it like `clinic.no`" }
    not_a_web_url(text: &str) { nb: "`{text}` er ikke en nettadresse som en side kan lenke til", en: "`{text}` is not a web address that a page can link to" }
    write_a_web_url() { nb: "skriv hele adressen, fra `https://`", en: "write the whole address, from `https://`" }
    not_an_old_address(text: &str) { nb: "`{text}` er ikke en adresse på det gamle nettstedet", en: "`{text}` is not an address of the former site" }
    write_an_old_address() {
        nb: "skriv det som står etter domenet i adressefeltet, for eksempel `/om-oss/personvern` eller `/?p=1107`, uten tegn som `* \" ; $ {{ }}`",
        en: "write what stands behind the domain in the address bar, for example `/about/privacy` or `/?p=1107`, without signs like `* \" ; $ {{ }}`",
    }
    address_with_fragment(text: &str) { nb: "`{text}` har en `#`, og det bak den får en nettjener aldri se", en: "`{text}` has a `#`, and no web server ever sees what is behind it" }
    leave_the_fragment_out() { nb: "ta bort `#` og alt bak", en: "take away the `#` and all behind it" }
    not_a_host_folder(text: &str) { nb: "`{text}` er ingen mappe på en nettjener", en: "`{text}` is no folder of a web server" }
    write_a_host_folder() {
        nb: "skriv hele stien, for eksempel `/srv/felles/current`, med bokstaver fra a til z, sifre, `-`, `_` og `.`",
        en: "write the whole path, for example `/srv/felles/current`, with letters from a to z, figures, `-`, `_` and `.`",
    }
    not_a_page_of_the_brand(text: &str) { nb: "`{text}` er ingen side", en: "`{text}` is no page" }
    write_a_page() {
        nb: "skriv `doc:` og dokumentets id, for eksempel `doc:privacy`, eller adressen til siden, for eksempel `/en/privacy/`",
        en: "write `doc:` and the document's id, for example `doc:privacy`, or the page's address, for example `/en/privacy/`",
    }
    not_a_law_id(text: &str) { nb: "`{text}` er ikke et lovnummer", en: "`{text}` is not the number of a law" }
    write_a_law_id(examples: &str) { nb: "skriv det som et av disse: {examples}", en: "write it like one of these: {examples}" }
    not_a_date(text: &str) { nb: "`{text}` er ikke en dato", en: "`{text}` is not a date" }
    year_outside(year: &str, first: i16, last: i16) { nb: "årstallet `{year}` er ikke mellom {first} og {last}", en: "the year `{year}` is not between {first} and {last}" }
    write_a_year_between(first: i16, last: i16) { nb: "skriv et årstall fra {first} til {last}", en: "write a year from {first} to {last}" }
    not_a_date_or_month(text: &str) { nb: "`{text}` er verken en dato eller en måned", en: "`{text}` is neither a date nor a month" }
    write_a_date() { nb: "skriv år, måned og dag: `2026-06-20`", en: "write year, month and day: `2026-06-20`" }
    date_needs_a_year() { nb: "legg til årstallet", en: "add the year" }
    write_a_date_or_month() { nb: "skriv år og måned, `2026-06`, eller også dagen, `2026-06-20`", en: "write year and month, `2026-06`, or the day too, `2026-06-20`" }
    date_needs_a_day() { nb: "legg til dagen", en: "add the day" }
    no_such_day() { nb: "den dagen finnes ikke", en: "there is no such day" }
    not_a_period(text: &str) { nb: "`{text}` er ikke en lagringstid", en: "`{text}` is not a storage period" }
    write_a_period() { nb: "skriv et tall og `days`, `weeks`, `months` eller `years`, for eksempel `5 years`", en: "write a number and `days`, `weeks`, `months` or `years`, for example `5 years`" }
    not_a_legal_basis(text: &str) { nb: "`{text}` er ikke et behandlingsgrunnlag i artikkel 6", en: "`{text}` is not a legal basis of Article 6" }
    write_a_legal_basis() { nb: "skriv `6(1)(a)` samtykke, `(b)` avtale, `(c)` rettslig plikt, `(d)` vitale interesser, `(e)` offentlig oppgave eller `(f)` berettiget interesse", en: "write `6(1)(a)` consent, `(b)` contract, `(c)` legal obligation, `(d)` vital interests, `(e)` public task or `(f)` legitimate interests" }
    not_a_condition(text: &str) { nb: "`{text}` er ikke et vilkår i artikkel 9", en: "`{text}` is not a condition of Article 9" }
    write_a_condition() { nb: "skriv `9(2)(a)` til `9(2)(j)`; helsehjelp er `9(2)(h)`", en: "write `9(2)(a)` to `9(2)(j)`; health care is `9(2)(h)`" }
    not_hours(text: &str) { nb: "`{text}` er ikke åpningstider", en: "`{text}` is not opening hours" }
    write_hours() { nb: "skriv `08:00-15:30`, flere med komma mellom, `22:00-02:00` over midnatt, `closed` eller `by appointment`", en: "write `08:00-15:30`, several with commas between, `22:00-02:00` over midnight, `closed` or `by appointment`" }
    opens_when_it_closes(text: &str) { nb: "`{text}` åpner og stenger på samme tid", en: "`{text}` opens and closes at the same time" }
    write_the_whole_day() { nb: "skriv `00:00-24:00` hvis det er åpent hele døgnet", en: "write `00:00-24:00` if it is open day and night" }
    intervals_overlap(text: &str) { nb: "tidene i `{text}` overlapper eller står i feil rekkefølge", en: "the times in `{text}` overlap or are out of order" }
    not_a_channel_id(text: &str) { nb: "`{text}` er ikke noe som har åpningstider", en: "`{text}` is nothing that has opening hours" }
    not_a_year(text: &str) { nb: "`{text}` er ikke et årstall", en: "`{text}` is not a year" }
    write_a_year() { nb: "skriv fire sifre, for eksempel `2026`", en: "write four digits, for example `2026`" }
    not_weeks(text: &str) { nb: "`{text}` er ikke ukenumre", en: "`{text}` is not week numbers" }
    weeks_out_of_order(text: &str) { nb: "ukene i `{text}` står ikke i rekkefølge", en: "the weeks in `{text}` are not in order" }
    write_weeks_in_order() { nb: "gjelder det over nyttår, skriv `\"52-1\"`; ellers skriv den tidligste uken først", en: "if they go across New Year, write `\"52-1\"`; else write the earliest week first" }
    write_weeks() { nb: "skriv `\"28-30\"`, `\"27-29, 31\"`, eller `\"52-1\"` inn i neste år", en: "write `\"28-30\"`, `\"27-29, 31\"`, or `\"52-1\"` into the next year" }
    write_holiday_hours() { nb: "skriv `closed`, `open` (som en vanlig dag), `by appointment` eller tider som `10:00-14:00`", en: "write `closed`, `open` (as on an ordinary day), `by appointment` or times like `10:00-14:00`" }
    not_a_postcode(text: &str, country: &str) { nb: "`{text}` er ikke et postnummer i {country}", en: "`{text}` is not a postcode of {country}" }
    write_digits_of_a_postcode(digits: usize) { nb: "skriv {digits} sifre i anførselstegn", en: "write {digits} digits in quotes" }
    write_a_postcode() { nb: "skriv fire sifre i anførselstegn, for eksempel `\"0369\"`", en: "write four digits in quotes, for example `\"0369\"`" }
    not_one_of(text: &str, choices: &str) { nb: "`{text}` er ikke et av valgene {choices}", en: "`{text}` is not one of {choices}" }
    not_a_colour(text: &str) { nb: "`{text}` er ikke en farge", en: "`{text}` is not a colour" }
    write_a_colour() { nb: "skriv seks heksadesimale sifre etter `#`, for eksempel `#0b5c55`", en: "write six hexadecimal digits after `#`, for example `#0b5c55`" }
    not_gdpr_item(text: &str) { nb: "`{text}` er ikke et punkt i personvernforordningen som en tekst kan oppfylle", en: "`{text}` is not an item of the GDPR that a text can answer" }
    write_gdpr_item() { nb: "skriv for eksempel `13(1)(a)`, `14(2)(f)` eller `77`", en: "write for example `13(1)(a)`, `14(2)(f)` or `77`" }
}
