//! What the rules on prose say.

use crate::diagnostic::Message;

messages! {
    consent_by_use(words: &str) { nb: "`{words}` er ikke et samtykke (personvernforordningen artikkel 4 nr. 11, ekomloven § 3-15)", en: "`{words}` is no consent (GDPR Article 4(11), ekomloven § 3-15)" }
    say_what_is_done_or_ask() {
        nb: "skriv hva dere gjør og på hvilket grunnlag; trengs det samtykke, så be om det først, og skriv hvordan det trekkes",
        en: "say what is done and on which basis; where consent is needed, ask for it first, and say how it is withdrawn",
    }
    browser_settings_as_consent(words: &str) { nb: "`{words}`: en innstilling i nettleseren er verken et samtykke eller et nei (ekomloven § 3-15)", en: "`{words}`: a setting of the browser is neither a consent nor a refusal (ekomloven § 3-15)" }
    ask_before_cookies_are_set() {
        nb: "be om samtykke før informasjonskapsler settes, og gjør det like enkelt å si nei; det som ikke trenger samtykke, står i tabellen (`table = \"cookies\"`)",
        en: "ask before cookies are set, and make it as easy to refuse; those that need no consent are in the table (`table = \"cookies\"`)",
    }
    consent_for_journal(words: &str) { nb: "`{words}`: journalen bygger på en plikt, ikke på samtykke (pasientjournalloven § 8, helsepersonelloven § 39)", en: "`{words}`: the patient record rests on a duty, not on consent (pasientjournalloven § 8, helsepersonelloven § 39)" }
    name_the_duty_to_keep_records() {
        nb: "skriv at dere har plikt til å føre journal, artikkel 6 nr. 1 bokstav c og artikkel 9 nr. 2 bokstav h",
        en: "say that there is a duty to keep the record, Article 6(1)(c) and Article 9(2)(h)",
    }
    basis_cannot_carry_care(purpose: &str, article: &str) {
        nb: "`{purpose}` bygger på artikkel {article}: helsehjelp og journal bygger på lov, ikke på samtykke eller en interesse",
        en: "`{purpose}` rests on Article {article}: care and the patient record rest on law, not on consent or an interest",
    }
    retention_range(range: &str) { nb: "`{range}` er to tider: leseren kan ikke regne ut hvilken som gjelder", en: "`{range}` is two periods: the reader cannot work out which of them counts" }
    say_which_data_which_period() { nb: "skriv hva som lagres hvor lenge, eller hva som avgjør det", en: "say what is kept for how long, or what decides it" }
    call_without_phone(words: &str) { nb: "`{words}`, men ingen av kontaktene har et telefonnummer", en: "`{words}`, but no contact has a telephone number" }
    give_a_number() { nb: "gi en kontakt `phone`, eller skriv hvordan klinikken ellers kan nås", en: "give a contact a `phone`, or say how else the clinic can be reached" }
    text_in_other_language(own: &str, other: &str) { nb: "teksten skal være på `{own}`, og er på `{other}`", en: "the text is to be in `{own}`, and is in `{other}`" }
    translate_it() { nb: "oversett teksten, eller flytt den til filen for sitt språk", en: "translate the text, or move it to the file of its language" }
    value_left_open(text: &str) { nb: "`{text}` er ikke fylt ut", en: "`{text}` is not filled in" }
    complaint_conditional(words: &str) { nb: "`{words}` setter et vilkår for å klage til tilsynsmyndigheten (artikkel 77 nr. 1)", en: "`{words}` sets a condition for a complaint to the supervisory authority (Article 77(1))" }
    complaint_at_any_time() {
        nb: "skriv at pasienten når som helst kan klage til {{{{ authority.name }}}}; at dere gjerne vil høre det først, kan stå ved siden av",
        en: "say that the patient can complain to {{{{ authority.name }}}} at any time; that you would like to hear of it first may stand beside it",
    }
    link_text_says_nothing(words: &str) { nb: "lenketeksten `{words}` sier ikke hvor lenken går (WCAG 2.4.4)", en: "the link text `{words}` does not say where the link goes (WCAG 2.4.4)" }
    name_what_is_there() { nb: "la ordene i lenken si hva leseren kommer til", en: "let the words of the link name what the reader comes to" }
    link_without_target(words: &str) { nb: "`{words}` viser til en lenke som ikke er der", en: "`{words}` points to a link that is not there" }
    write_the_link_again() {
        nb: "skriv lenken på nytt: `[det som er der](https://…)`, `(doc:cookies)` eller `(clause:complaint)`; eller ta bort ordene",
        en: "write the link again: `[what is there](https://…)`, `(doc:cookies)` or `(clause:complaint)`; or delete the words",
    }
    builder_residue(words: &str) { nb: "`{words}` er en rest fra et verktøy eller en mal", en: "`{words}` was left behind by a tool or a template" }
    delete_these_words() { nb: "ta bort ordene, og se om teksten rundt er hel", en: "delete the words, and look whether the text around them is whole" }
    placeholder_left(words: &str) { nb: "`{words}` er ikke fylt ut", en: "`{words}` is not filled in" }
    write_what_is_meant() {
        nb: "skriv det som skal stå der; det dataene vet, skrives som `{{{{ contacts.privacy.email }}}}` eller `{{{{ clinic.name }}}}`",
        en: "write what is meant; what the data know is written as `{{{{ contacts.privacy.email }}}}` or `{{{{ clinic.name }}}}`",
    }
    disguised_address(words: &str) { nb: "`{words}` er en e-postadresse som ikke kan trykkes på eller kopieres (artikkel 12 nr. 2)", en: "`{words}` is an e-mail address that can neither be pressed nor copied (Article 12(2))" }
    write_the_address() {
        nb: "skriv `{{{{ contacts.privacy.email }}}}`, eller adressen med `@`",
        en: "write `{{{{ contacts.privacy.email }}}}`, or the address with `@`",
    }
    truncated_paragraph(word: &str) { nb: "avsnittet slutter med `{word}`, uten punktum", en: "the paragraph ends with `{word}`, without a full stop" }
    write_the_sentence_to_its_end() {
        nb: "skriv setningen ferdig; en overskrift har `##` foran, og et punkt i en liste har `-`",
        en: "write the sentence to its end; a heading has `##` before it, and a list item has `-`",
    }
    sign_left(sign: &str) { nb: "`{sign}` ble stående i teksten som det er skrevet", en: "`{sign}` is left in the text as it is written" }
    write_bold() { nb: "skriv `**ordene**` uten mellomrom innenfor stjernene, og med mellomrom eller tegn utenfor", en: "write `**the words**` without spaces within the stars, and with a space or a sign around them" }
    write_a_subhead() { nb: "skriv `##` og et vanlig mellomrom foran en mellomtittel", en: "write `##` and an ordinary space before a subhead" }
    write_a_point() { nb: "skriv `-` og et vanlig mellomrom foran hvert punkt i en liste", en: "write `-` and an ordinary space before each point of a list" }
    write_a_table() { nb: "skriv `|---|---|` på linjen under tabellens første, med én del for hver kolonne", en: "write `|---|---|` on the line below the first of the table, with a part for each column" }
    there_are_no_boxes() { nb: "rammer fins ikke; skriv avsnittet uten tegnet, eller bruk et varsel", en: "there are no boxes; write the paragraph without the sign, or use a notice" }
    write_two_braces() { nb: "det dataene vet, skrives med to klammer på hver side: `{{{{ clinic.name }}}}`; andre koder fins ikke", en: "what the data know is written with two braces on each side: `{{{{ clinic.name }}}}`; there are no other codes" }
    close_the_bracket() { nb: "skriv `[tekst](adresse)`, eller ta bort klammen", en: "write `[text](address)`, or delete the bracket" }
    delete_the_note() { nb: "ta bort merknaden; det som står i teksten, leser pasienten", en: "delete the note; patients read what stands in the text" }
    write_the_sign_itself() { nb: "skriv tegnet selv, som du skriver bokstaver", en: "write the sign itself, as you write letters" }
    a_text_of_a_table_has_words_alone() { nb: "her står bare ord; koder og verdier i krøllparenteser vises som de er skrevet", en: "only words stand here; tags and values in braces are shown as they are written" }
    letter_of_two(letter: &str, letters: &str) { nb: "`{letter}` er ett tegn for `{letters}`, som søk og skjermlesere ikke kjenner igjen", en: "`{letter}` is one sign for `{letters}`, which search and screen readers do not know" }
    delete_the_sign() { nb: "ta bort tegnet", en: "delete the sign" }
    letter_read_twice(words: &str, meant: &str) { nb: "`{words}` skulle vært `{meant}`: bokstaven er lest feil på veien", en: "`{words}` should be `{meant}`: the letter was read wrongly on the way" }
    letter_is_lost() { nb: "`�` står for en bokstav som gikk tapt", en: "`�` stands for a letter that was lost" }
    letter_is_private(code: &str) { nb: "tegnet {code} finnes bare i skriften det ble skrevet med; leseren ser en tom firkant", en: "the sign {code} exists only in the font that it was written with; readers see an empty box" }
    write_the_letters() { nb: "skriv bokstaven som er ment, og se om resten av teksten er hel", en: "write the letter that is meant, and look whether the rest of the text is whole" }
    stray_letter(letter: &str) { nb: "`{letter}` står alene", en: "`{letter}` stands alone" }
    delete_or_write_on() { nb: "ta bort bokstaven, eller skriv det den var begynnelsen på", en: "delete the letter, or write what it was the beginning of" }
    capital_month(month: &str) { nb: "måneden `{month}` har stor forbokstav", en: "the month `{month}` has a capital letter" }
    write_it_small(month: &str) { nb: "skriv `{month}`", en: "write `{month}`" }
    typed_fact(path: &str) { nb: "dette står i dataene som `{path}`", en: "this is in the data as `{path}`" }
    stands_here() { nb: "står her", en: "written here" }
    write_the_placeholder(path: &str) { nb: "skriv `{{{{ {path} }}}}`, så er det riktig på hver side og blir det når noe endres", en: "write `{{{{ {path} }}}}`, and it is right on each page and stays so when it changes" }
    is_nynorsk(first: &str, second: &str) { nb: "teksten er på bokmål, men `{first}` og `{second}` er nynorsk", en: "the text is in bokmål, but `{first}` and `{second}` are nynorsk" }
    is_bokmal(first: &str, second: &str) { nb: "teksten er på nynorsk, men `{first}` og `{second}` er bokmål", en: "the text is in nynorsk, but `{first}` and `{second}` are bokmål" }
    and_this_word() { nb: "og dette ordet", en: "and this word" }
    write_in_the_language_of_the_file() {
        nb: "skriv ordene på målformen i filnavnet; en tekst på den andre målformen får en egen fil",
        en: "write the words in the language that the file's name says; a text in the other language is a file of its own",
    }
    hard_to_read(number: usize) { nb: "teksten er tung å lese: lesbarhetsindeksen (LIX) er {number} (artikkel 12 nr. 1)", en: "the text is hard to read: its readability number (LIX) is {number} (Article 12(1))" }
    part_long_sentences() { nb: "del lange setninger, lag lister, og skriv hvem som gjør hva", en: "part long sentences, make lists, and say who does what" }
    retention_as_long_as_necessary(words: &str) { nb: "`{words}` sier ikke hvor lenge, og ikke hva som avgjør det (artikkel 13 nr. 2 bokstav a)", en: "`{words}` does not say how long, nor what decides it (Article 13(2)(a))" }
    name_period_or_criterion() {
        nb: "skriv et tidsrom, en hendelse eller hva som avgjør det; i en tekst kan tabellen stå under: `table = \"retention\"`",
        en: "give a period, an event or what decides it; in a clause the table can stand below: `table = \"retention\"`",
    }
    law_out_of_date(name: &str) { nb: "`{name}` er opphevet, har fått nytt navn eller gjelder noe annet", en: "`{name}` is repealed, renamed or about something else" }
    is_old_retention_rule() { nb: "lagringstiden for journalen følger av pasientjournalloven § 25, som ikke har et bestemt antall år", en: "how long the record is kept follows from pasientjournalloven § 25, which has no fixed number of years" }
    is_about_kjernejournal() { nb: "§ 13 handler om kjernejournal; lagringstiden følger av pasientjournalloven § 25", en: "§ 13 is about the summary care record; how long the record is kept follows from pasientjournalloven § 25" }
    is_about_annual_accounts() { nb: "lagring av regnskap følger av bokføringsloven § 13; regnskapsloven handler om årsregnskapet", en: "storage of accounts follows from bokføringsloven § 13 (the Bookkeeping Act); regnskapsloven (the Accounting Act) is about annual accounts" }
    is_replaced_ekomlov() { nb: "ekomloven fra 2003 er erstattet; skriv ekomloven § 3-15", en: "the act of 2003 is replaced; write ekomloven § 3-15" }
    is_no_act() { nb: "ingen lov heter det; nevn den som er ment, for eksempel pasientjournalloven eller helsepersonelloven", en: "no act has that name; name the one that is meant, such as pasientjournalloven or helsepersonelloven" }
    is_not_the_norwegian_title() { nb: "på norsk heter den personvernforordningen (GDPR)", en: "its Norwegian name is personvernforordningen (GDPR)" }
    is_repealed_privacy_act() { nb: "loven er opphevet; skriv personopplysningsloven av 2018, som gjør personvernforordningen til norsk lov", en: "the act is repealed; write personopplysningsloven of 2018, which makes the GDPR Norwegian law" }
    is_replaced_by_gdpr() { nb: "direktivet fra 1995 er avløst av personvernforordningen (GDPR)", en: "the directive of 1995 is replaced by the GDPR" }
    is_no_safeguard() { nb: "EU-domstolen kjente ordningen ugyldig; skriv det overføringsgrunnlaget som avtalen bygger på nå", en: "the Court of Justice declared it invalid; write the safeguard that the contract rests on now" }
    is_now_pbrl() { nb: "siden 2012 heter den pasient- og brukerrettighetsloven", en: "since 2012 its name is pasient- og brukerrettighetsloven (the Patients’ and Users’ Rights Act)" }
    is_now_hol() { nb: "siden 2012 gjelder helse- og omsorgstjenesteloven", en: "since 2012 helse- og omsorgstjenesteloven is in force" }
    is_parted_register_act() { nb: "loven fra 2001 er opphevet; journalen følger pasientjournalloven, helseregistrene følger helseregisterloven av 2014", en: "the act of 2001 is repealed; the record follows pasientjournalloven, health registers follow helseregisterloven of 2014" }
    is_now_hpl() { nb: "siden 2001 gjelder helsepersonelloven", en: "since 2001 helsepersonelloven is in force" }
    is_now_record_regulation() { nb: "forskriften fra 2000 er avløst av pasientjournalforskriften av 2019 (FOR-2019-03-01-168)", en: "the regulation of 2000 is replaced by pasientjournalforskriften of 2019 (FOR-2019-03-01-168)" }
    is_now_ldl() { nb: "siden 2018 gjelder likestillings- og diskrimineringsloven", en: "since 2018 likestillings- og diskrimineringsloven is in force" }
    is_now_statsforvalter() { nb: "siden 2021 heter embetet Statsforvalteren", en: "since 2021 the office is called Statsforvalteren (the County Governor)" }
    is_now_forbrukertilsyn() { nb: "siden 2018 heter det Forbrukertilsynet", en: "since 2018 its name is Forbrukertilsynet (the Norwegian Consumer Authority)" }
    is_now_nkom() { nb: "siden 2015 heter det Nasjonal kommunikasjonsmyndighet (Nkom)", en: "since 2015 its name is Nasjonal kommunikasjonsmyndighet (Nkom)" }
    law_wrong_for_purpose(law: &str, kind: &Message) { nb: "`{law}` er ikke loven for {kind} (artikkel 13 nr. 1 bokstav c)", en: "`{law}` is not the law for {kind} (Article 13(1)(c))" }
    for_the_record() { nb: "pasientjournalen", en: "the patient record" }
    for_accounts() { nb: "regnskap og bilag", en: "accounts and invoices" }
    for_newsletters() { nb: "nyhetsbrev og reklame", en: "newsletters and advertising" }
    for_cookies() { nb: "informasjonskapsler", en: "cookies" }
    write_the_law(law: &str) { nb: "loven for dette er {law}; se etter på Lovdata, eller nevn ingen lov", en: "the law for this is {law}; look it up at Lovdata, or name no law" }
    repeated_text(words: &str) { nb: "avsnittet `{words} …` står to ganger på siden (artikkel 12 nr. 1)", en: "the paragraph `{words} …` is on the page twice (Article 12(1))" }
    first_here() { nb: "første gang her", en: "here for the first time" }
    keep_one_and_link() { nb: "behold det ene stedet, og vis dit fra det andre: `[ordene](clause:…)`", en: "keep one place, and point to it from the other: `[words](clause:…)`" }
    satisfies_nothing(clause: &str, citation: &str, language: &str) {
        nb: "teksten `{clause}` sier at den svarer på artikkel {citation}, men nevner det ikke ({language})",
        en: "clause `{clause}` says that it answers Article {citation}, but does not speak of it ({language})",
    }
    says_it_answers() { nb: "sagt her", en: "said here" }
    write_it_or_take_the_tag_away(citation: &str) { nb: "skriv om det i teksten, eller ta `{citation}` ut av `satisfies`", en: "write of it in the text, or take `{citation}` out of `satisfies`" }
    page_is_nynorsk(first: &str, second: &str) { nb: "siden er på bokmål, men `{first}` og `{second}` i to av tekstene er nynorsk", en: "the page is in bokmål, but `{first}` and `{second}` in two of its texts are nynorsk" }
    page_is_bokmal(first: &str, second: &str) { nb: "siden er på nynorsk, men `{first}` og `{second}` i to av tekstene er bokmål", en: "the page is in nynorsk, but `{first}` and `{second}` in two of its texts are bokmål" }
    is_now_dmp() { nb: "siden 1. januar 2024 heter det Direktoratet for medisinske produkter (DMP)", en: "since 1 January 2024 its name is Direktoratet for medisinske produkter (DMP, the Norwegian Medical Products Agency)" }
    is_now_helsedirektoratet() { nb: "siden 1. januar 2024 er det en del av Helsedirektoratet", en: "since 1 January 2024 it is part of Helsedirektoratet (the Norwegian Directorate of Health)" }
    sensitive_wording(words: &str) { nb: "`{words}` er ikke lovens ord siden 2018 (artikkel 9)", en: "`{words}` has not been the law's term since 2018 (Article 9)" }
    write_special_categories() { nb: "skriv «helseopplysninger» hvis det er dem, ellers «særlige kategorier av personopplysninger»", en: "write “health data” if it is those, else “special categories of personal data”" }
    private_health_trust(words: &str) { nb: "`{words}`: et helseforetak er eid av et regionalt helseforetak, aldri privat (helseforetaksloven § 2)", en: "`{words}`: a helseforetak is owned by a regional health trust, never private (helseforetaksloven § 2)" }
    write_private_clinic() { nb: "skriv «privat klinikk» eller «privat helsevirksomhet»", en: "write “private clinic” or “private health care provider”" }
    other_trade(words: &str) { nb: "`{words}` hører til en nettbutikk, ikke til en klinikk", en: "`{words}` belongs to a web shop, not to a clinic" }
    describe_what_the_clinic_does() { nb: "ta bort det som ikke skjer hos dere, og beskriv det som gjør det", en: "delete what does not happen at the clinic, and describe what does" }
    named_officer(name: &str) { nb: "personvernombudet er nevnt ved navn: `{name}`", en: "the data protection officer is named: `{name}`" }
    name_the_role_and_its_address() { nb: "skriv rollen og adressen i stedet, for eksempel `{{{{ contacts.dpo.email }}}}`; et navn blir feil når ombudet byttes", en: "write the role and its address instead, for example `{{{{ contacts.dpo.email }}}}`; a name is wrong once the officer is another" }
    recipient_not_in_table(name: &str) {
        nb: "teksten nevner `{name}`, men ingen mottaker eller informasjonskapsel heter det (artikkel 13 nr. 1 bokstav e)",
        en: "the text names `{name}`, but no recipient and no cookie has that name (Article 13(1)(e))",
    }
    add_the_recipient() { nb: "legg den til i `processors.toml` eller `cookies.toml`, eller ta bort navnet hvis den ikke brukes", en: "add it to `processors.toml` or `cookies.toml`, or delete the name if it is not used" }
    purpose_not_in_table(words: &str, clinic: &str) {
        nb: "teksten nevner `{words}`, men ingen av formålene til `{clinic}` gjelder det (artikkel 13 nr. 1 bokstav c)",
        en: "the text speaks of `{words}`, but none of the purposes of `{clinic}` is for it (Article 13(1)(c))",
    }
    add_the_purpose() {
        nb: "legg formålet til i `purposes.toml`, eller ta det ut av teksten hvis klinikken ikke gjør det",
        en: "add the purpose to `purposes.toml`, or take it out of the text if the clinic does no such thing",
    }
    consent_not_in_table(words: &str, clinic: &str) {
        nb: "teksten ber om samtykke til `{words}`, men formålet til `{clinic}` bygger ikke på samtykke (artikkel 13 nr. 1 bokstav c)",
        en: "the text asks for consent to `{words}`, but the purpose of `{clinic}` does not rest on consent (Article 13(1)(c))",
    }
    add_the_consent() {
        nb: "skriv `{{ article = \"6(1)(a)\" }}` i `bases` for formålet, eller ta samtykket ut av teksten",
        en: "write `{{ article = \"6(1)(a)\" }}` in the purpose's `bases`, or take the consent out of the text",
    }
    cookie_category_not_in_table(words: &str, clinic: &str) {
        nb: "teksten nevner `{words}`, men `{clinic}` har ingen slik kategori av informasjonskapsler",
        en: "the text names `{words}`, but `{clinic}` has no such category of cookies",
    }
    add_the_cookie_category() {
        nb: "legg kategorien til i `cookies.toml`, eller ta den ut av teksten",
        en: "add the category to `cookies.toml`, or take it out of the text",
    }
    eea_promise_broken(id: &str, country: &Message) {
        nb: "teksten lover at opplysningene blir i EØS, men mottakeren `{id}` er i et annet land: {country} (artikkel 13 nr. 1 bokstav f)",
        en: "the text promises that data stay in the EEA, but recipient `{id}` is in {country} (Article 13(1)(f))",
    }
    is_outside_the_eea() { nb: "utenfor EØS", en: "outside the EEA" }
    say_who_is_outside() { nb: "skriv hvem som er utenfor, og hva som verner opplysningene der", en: "say who is outside, and what protects the data there" }
    newsletter_without_consent(words: &str, clinic: &str) {
        nb: "teksten nevner `{words}`, men `{clinic}` har ikke noe formål for det som bygger på samtykke (markedsføringsloven § 15)",
        en: "the text names `{words}`, but `{clinic}` has no purpose for it that rests on consent (markedsføringsloven § 15)",
    }
    add_a_purpose_on_consent() {
        nb: "legg til et formål i `purposes.toml` som nevner nyhetsbrevet, med `article = \"6(1)(a)\"`; eller ta bort ordene hvis det ikke sendes noe",
        en: "add a purpose to `purposes.toml` that names the newsletter, with `article = \"6(1)(a)\"`; or delete the words if none is sent",
    }
    called_anonymous(words: &str) { nb: "`{words}`: det som kan knyttes til en enhet, er personopplysninger og ikke anonymt (artikkel 4 nr. 1)", en: "`{words}`: what can be tied to a device is personal data, and not anonymous (Article 4(1))" }
    say_what_is_collected() { nb: "skriv hva som samles inn, hvor lenge det lagres, og om det kan knyttes til noen", en: "say what is collected, how long it is kept, and whether it can be tied to anybody" }
    secrecy_promised_too_far(words: &str) { nb: "`{words}`: loven krever noen utleveringer også uten samtykke (helsepersonelloven §§ 30–34 og 37)", en: "`{words}`: the law asks for some disclosures without consent too (helsepersonelloven §§ 30–34 and 37)" }
    say_what_the_law_asks() { nb: "skriv hvem som får opplysninger fordi loven krever det, og hva dere ellers spør om samtykke til", en: "say who gets data because the law asks for it, and for what else you ask consent" }
    basis_with_or(words: &str) { nb: "`{words}` sier ikke hvilket grunnlag som gjelder (artikkel 13 nr. 1 bokstav c)", en: "`{words}` does not say which basis holds (Article 13(1)(c))" }
    part_the_purpose() { nb: "del formålet i to med hvert sitt grunnlag, eller velg det som gjelder", en: "part the purpose in two, each with its own basis, or choose the one that holds" }

    approval_claimed(words: &str) { nb: "`{words}`: ingen gir en slik godkjenning eller sertifisering", en: "`{words}`: nobody gives such an approval or certificate" }
    say_what_you_follow() { nb: "skriv hva klinikken følger og gjør, ikke at den er godkjent", en: "say what the clinic follows and does, not that it is approved" }

    data_for_sale(words: &str) { nb: "`{words}` sier at opplysninger kan selges", en: "`{words}` says that data may be sold" }
    say_that_nothing_is_sold() { nb: "skriv at klinikken ikke selger opplysninger, uten forbehold", en: "say that the clinic does not sell data, without a condition" }

    request_to_officer(words: &str) {
        nb: "`{words}` gjør personvernombudet til den eneste veien til klinikken (artikkel 12 nr. 2 og 38 nr. 6)",
        en: "`{words}` makes the data protection officer the only way to the clinic (Articles 12(2) and 38(6))",
    }
    let_the_clinic_take_it() { nb: "nevn en adresse hos klinikken for kravet, og ombudet ved siden av", en: "name an address of the clinic for the request, and the officer beside it" }

    translated_term(words: &str) { nb: "`{words}` er ikke lovens ord", en: "`{words}` is not the word of the law" }
    write_the_term(term: &str) { nb: "skriv `{term}`", en: "write `{term}`" }

    price_for_access(words: &str) { nb: "`{words}`: innsyn og den første kopien er gratis (artikkel 12 nr. 5 og 15 nr. 3)", en: "`{words}`: access and the first copy are free (Articles 12(5) and 15(3))" }
    access_is_free() { nb: "ta bort prisen; bare flere kopier og åpenbart grunnløse krav kan koste noe", en: "take the price away; only further copies and manifestly unfounded requests may cost something" }
    answer_too_late(words: &str) { nb: "`{words}` er lengre enn fristen på en måned (artikkel 12 nr. 3)", en: "`{words}` is longer than the limit of one month (Article 12(3))" }
    answer_within_a_month() {
        nb: "skriv at svaret kommer innen en måned; bare et vanskelig krav kan ta to måneder til, og det skal sies innen den første",
        en: "say that the answer comes within a month; only a difficult request may take two more, and that is told within the first",
    }

    section_not_in_law(section: &str, law: &str) { nb: "`{law}` har ingen § `{section}`", en: "`{law}` has no section `{section}`" }
    look_up_the_section() { nb: "slå opp paragrafen hos Lovdata", en: "look the section up at Lovdata" }
    section_without_sign(section: &str) { nb: "paragrafen `{section}` står uten tegnet for den", en: "the section `{section}` stands without its sign" }
    write_the_sign(section: &str) { nb: "skriv `§ {section}`", en: "write `§ {section}`" }
}
