//! What is said of a brand's mark and font.

messages! {
    brand_file_is_missing(name: &str) { nb: "merkevaren har ingen fil `{name}`", en: "the brand has no file `{name}`" }
    put_it_in_the_brands_folder() {
        nb: "legg den i en mappe ved siden av denne filen, med samme navn som filen uten `.toml`",
        en: "put it in a folder beside this file, of the same name as the file without `.toml`",
    }
    name_it_in_the_brand() {
        nb: "nevn den i merkevarens fil, for eksempel `logo = \"logo.svg\"` eller `font = \"skrift.woff2\"`, eller ta den bort",
        en: "name it in the brand's file, for example `logo = \"logo.svg\"` or `font = \"font.woff2\"`, or take it away",
    }
    the_brand_is_here() { nb: "merkevaren", en: "the brand" }
    no_brand_for_the_folder(id: &str) {
        nb: "lag `{id}.toml` ved siden av mappen, eller flytt den ut av `content`",
        en: "make `{id}.toml` beside the folder, or move it out of `content`",
    }
    name_the_folder(id: &str) { nb: "mente du mappen `{id}`?", en: "did you mean the folder `{id}`?" }
    file_is_too_large(size: usize) { nb: "filen er på {size} kB", en: "the file is {size} kB" }
    file_may_be(most: usize) {
        nb: "den kan være på {most} kB; pasienten henter den på mobilen",
        en: "it may be {most} kB; the patient fetches it on a phone",
    }
    logo_of_another_kind(name: &str) { nb: "`{name}` er verken SVG eller PNG", en: "`{name}` is neither SVG nor PNG" }
    save_logo_as_svg_or_png() {
        nb: "lagre logoen som SVG (best) eller PNG, med `.svg` eller `.png` til slutt i navnet",
        en: "save the logo as SVG (best) or PNG, with `.svg` or `.png` at the end of the name",
    }
    svg_is_broken() { nb: "SVG-filen kan ikke leses fra dette stedet", en: "the SVG cannot be read from this place" }
    svg_export_again() {
        nb: "eksporter den på nytt fra tegneprogrammet, som vanlig SVG i UTF-8",
        en: "export it from the drawing program again, as plain SVG in UTF-8",
    }
    svg_doctype() { nb: "SVG-filen har en `<!DOCTYPE>`", en: "the SVG has a `<!DOCTYPE>`" }
    svg_remove_the_doctype() {
        nb: "ta bort alt fra `<!DOCTYPE` til og med `>` foran `<svg`",
        en: "take away everything from `<!DOCTYPE` up to the `>` before `<svg`",
    }
    svg_instruction(name: &str) { nb: "SVG-filen har en instruksjon `<?{name} …?>`", en: "the SVG has an instruction `<?{name} …?>`" }
    svg_root() { nb: "filen er ikke en SVG-tegning", en: "the file is no SVG drawing" }
    svg_write_the_root() {
        nb: "den skal begynne med `<svg xmlns=\"http://www.w3.org/2000/svg\" …>`",
        en: "it must begin with `<svg xmlns=\"http://www.w3.org/2000/svg\" …>`",
    }
    svg_element(name: &str) { nb: "en tegning kan ikke ha `<{name}>`", en: "a drawing cannot hold `<{name}>`" }
    svg_attribute(name: &str) { nb: "en tegning kan ikke ha attributtet `{name}`", en: "a drawing cannot hold the attribute `{name}`" }
    svg_value(value: &str) { nb: "en tegning kan ikke ha verdien `{value}`", en: "a drawing cannot hold the value `{value}`" }
    svg_leads_out(value: &str) { nb: "`{value}` leder ut av filen", en: "`{value}` leads out of the file" }
    svg_refer_within() {
        nb: "vis bare til det som står i samme fil: `#navn`, eller `url(#navn)` i en farge",
        en: "refer to the same file alone: `#name`, or `url(#name)` in a colour",
    }
    svg_text_needs_a_font() { nb: "bokstavene i tegningen vises med en skrift som leseren kanskje ikke har", en: "the letters in the drawing are shown in a font that the reader may lack" }
    write_the_letters_as_shapes() { nb: "gjør teksten om til kurver i tegneprogrammet, og eksporter logoen på nytt", en: "turn the text into paths in the drawing program, and export the logo again" }
    take_it_away() { nb: "ta det bort; en logo trenger det ikke", en: "take it away; a logo does not need it" }
    svg_use_attributes() {
        nb: "eksporter på nytt med utseendet som attributter (`fill=\"…\"`): «Presentation Attributes» i Illustrator, «Optimised SVG» i Inkscape",
        en: "export again with the looks as attributes (`fill=\"…\"`): \"Presentation Attributes\" in Illustrator, \"Optimised SVG\" in Inkscape",
    }
    svg_save_plain() { nb: "lagre som vanlig SVG («Plain SVG»)", en: "save as plain SVG" }
    svg_draw_it() { nb: "tegn det med linjer og flater, eller bruk en PNG", en: "draw it with lines and areas, or use a PNG" }
    svg_write_shapes_out() {
        nb: "gjør om effekter, mønstre og gjentatte deler til vanlige flater i tegneprogrammet, eller bruk en PNG",
        en: "turn effects, patterns and repeated parts into plain areas in the drawing program, or use a PNG",
    }
    svg_too_deep() { nb: "gruppene ligger for dypt i hverandre", en: "the groups lie too deep within one another" }
    svg_too_heavy() { nb: "tegningen er for tung for en mobil", en: "the drawing is too heavy for a phone" }
    svg_without_size() { nb: "tegningen sier ikke hvor stor den er", en: "the drawing does not say how large it is" }
    svg_add_a_view_box() {
        nb: "skriv `viewBox=\"0 0 bredde høyde\"` i `<svg>`, med tallene til tegningen",
        en: "write `viewBox=\"0 0 width height\"` in `<svg>`, with the numbers of the drawing",
    }
    no_png() { nb: "filen er ikke en PNG", en: "the file is no PNG" }
    png_is_damaged() { nb: "PNG-filen er skadet eller ufullstendig", en: "the PNG is damaged or incomplete" }
    png_goes_on() { nb: "det står noe etter slutten av bildet", en: "something stands after the end of the picture" }
    save_as_png() { nb: "lagre bildet på nytt som PNG", en: "save the picture as PNG again" }
    png_moves() { nb: "bildet beveger seg", en: "the picture moves" }
    save_one_picture() { nb: "lagre ett stillbilde", en: "save a single still picture" }
    png_has_too_many_pixels() { nb: "bildet har mer enn 2048 bildepunkter på en side", en: "the picture has more than 2048 pixels on a side" }
    save_as_svg_or_smaller() { nb: "bruk SVG, eller gjør bildet mindre", en: "use SVG, or make the picture smaller" }
    no_woff2(name: &str) { nb: "`{name}` er ikke en skrift i WOFF2", en: "`{name}` is no font in WOFF2" }
    font_is_damaged(name: &str) { nb: "skriften `{name}` er skadet eller ufullstendig", en: "the font `{name}` is damaged or incomplete" }
    ask_for_woff2() { nb: "be den som laget skriften, om en WOFF2-fil", en: "ask whoever made the font for a WOFF2 file" }
    font_holds_pictures(name: &str) { nb: "skriften `{name}` har tegninger i SVG i seg", en: "the font `{name}` holds drawings in SVG" }
    ask_for_plain_font() { nb: "be om en utgave uten fargede tegn", en: "ask for a version without coloured letters" }
}
