use std::io::{Cursor, Write as _};

use campaign::release::{Part, Release, parse};

use super::*;

fn release(bytes: &[u8]) -> Release {
    parse(&read(bytes).unwrap())
}

/// What matters of a release: title, day, paragraphs, quotations as "speaker / role: text".
fn told(release: &Release) -> (String, String, Vec<String>) {
    let parts = release.parts.iter().map(|part| match part {
        Part::Paragraph(text) => text.clone(),
        Part::Quotation(quote) => format!(
            "{} / {}: {}",
            quote.speaker.as_deref().unwrap_or_default(),
            quote.role.as_deref().unwrap_or_default(),
            quote.text
        ),
    });
    (release.title.clone(), release.issued.map(|date| date.to_string()).unwrap_or_default(), parts.collect())
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn expected() -> (String, String, Vec<String>) {
    (
        "Example Groups Ask for Answers".to_owned(),
        "2023-01-31".to_owned(),
        vec![
            "Example Organisation 01 wrote a letter. It asks:".to_owned(),
            "for answers".to_owned(),
            "for a hearing".to_owned(),
            "Jane Doe / Director of Example Organisation 01: We ask.".to_owned(),
        ],
    )
}

#[test]
fn web_pages_are_read_without_what_is_around_the_text() {
    let body = "<p>LONDON, 31 January 2023 – Example Organisation 01\n wrote a <a href=x>letter</a>. It asks:</p>\
        <ul><li>for answers</li><li><p>for a hearing</p></li></ul>";
    let said = "<p>“We ask,” said Jane Doe, Director of Example Organisation 01.</p>";
    for page in [
        format!(
            "<!DOCTYPE html><html><head><title>Site</title><style>p{{}}</style></head><body><a class='skip-link' href='#m'>Skip Navigation</a>\
             <nav><ul><li>Home</li><li>About</li></ul></nav><header>Example Site</header><main><h1>Example Groups Ask for Answers</h1>{body}{said}\
             <div class=share><button>Share</button></div></main><footer><p>© Example. Contact: x@example.org</p></footer><script>1</script></body></html>"
        ),
        format!(
            "<html><body><header><h1>Example Groups Ask for Answers</h1></header><div><time datetime='2023-01-31T10:00'>Jan 31</time></div>\
             <article>{body}<blockquote><p>We ask.</p><footer>— Jane Doe, Director of Example Organisation 01</footer></blockquote></article>\
             <aside><h2>Related</h2><p>Other things to read here.</p></aside></body></html>"
        ),
        format!(
            "<!-- saved from url --><html><head><meta property='og:title' content='Example Groups Ask for Answers'>\
             <meta property='article:published_time' content='2023-01-31T08:00:00Z'></head><body><p>PRESS RELEASE</p><div>{body}{said}</div>\
             <p hidden>Not seen</p><p style='display: none'>Nor this</p></body></html>"
        )
        .replace("LONDON, 31 January 2023 – ", ""),
        format!(
            "<html><body><main><h1>Example Groups<br>Ask for Answers</h1><div>31 January 2023 – Example Organisation 01 wrote a letter. It asks:<br><br>\
             • for answers<br>• for a hearing<br><br>{said}</div></main></body></html>"
        ),
        format!("<article><h1>Example Groups Ask for Answers</h1><p>31.01.2023</p>{body}{said}<p>- ENDS -</p><p>Notes to editors</p></article>")
            .replace("LONDON, 31 January 2023 – ", ""),
        // A quotation as a figure; a day in what search engines read.
        format!(
            "<article><h1>Example Groups Ask for Answers</h1>{body}<figure><blockquote><p>We ask.</p></blockquote>\
             <figcaption>Jane Doe, Director of Example Organisation 01</figcaption></figure><figure><img alt='' src=a.png></figure></article>\
             <script type='application/ld+json'>{{\"@type\": \"Article\", \"datePublished\": \"2023-01-31T08:00:00Z\"}}</script>"
        )
        .replace("LONDON, 31 January 2023 – ", ""),
        format!(
            "<html><head><title>Example Groups Ask for Answers | Example Site</title><meta itemprop=datePublished content=2023-01-31></head>\
             <body>{body}{said}</body></html>"
        )
        .replace("LONDON, 31 January 2023 – ", ""),
        format!(
            "<html><body><section><h1>Other news</h1><p>Short.</p></section>\
             <section><h1>Example Groups Ask for Answers</h1>{body}{said}</section></body></html>"
        ),
    ] {
        assert_eq!(told(&release(page.as_bytes())), expected(), "{page}");
    }
    // In the encoding that the page names.
    let page = "<html><head><meta charset=big5></head><body><h1>示例團體要求答覆</h1><p>2023年1月31日</p><p>五十個團體發信。</p></body></html>";
    let (bytes, _, _) = encoding_rs::BIG5.encode(page);
    assert_eq!(
        told(&release(&bytes)),
        ("示例團體要求答覆".into(), "2023-01-31".into(), vec!["五十個團體發信。".into()])
    );
}

#[test]
fn documents_of_word_and_libreoffice_are_read() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let word = |body: &str| {
        format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"
        )
    };
    let paragraph = |text: &str| format!("<w:p>{}</w:p>", run(text));
    let item = |text: &str| format!("<w:p><w:pPr><w:numPr/></w:pPr>{}</w:p>", run(text));
    let title = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}{}</w:p>",
        run("Example Groups "),
        run("Ask for Answers")
    );
    let body = [
        paragraph("Example Organisation 01 Letterhead"),
        title,
        "<w:p/>".to_owned(),
        paragraph("London, 31 January 2023"),
        format!(
            "<w:p>{}<w:del><w:r><w:delText>never</w:delText></w:r></w:del>{}</w:p>",
            run("Example Organisation 01 wrote a letter."),
            run(" It asks:")
        ),
        item("for answers"),
        item("for a hearing"),
        format!("<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", paragraph("Twice")),
        paragraph("“We ask,” said Jane Doe, Director of Example Organisation 01."),
        paragraph("ENDS"),
        paragraph("Contact: Jane Doe, press@example.org"),
    ]
    .concat();
    let docx = zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &word(&body))]);
    assert_eq!(told(&release(&docx)), expected());
    // As Word on the web names it.
    assert_eq!(told(&release(&zipped(&[("word/document2.xml", &word(&body))]))), expected());

    let odt = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\
        <text:h text:outline-level=\"1\">Example Groups Ask<text:s/>for Answers</text:h><text:p>31 January 2023<text:line-break/></text:p>\
        <text:p>Example Organisation 01 <text:span>wrote</text:span> a letter. It asks:</text:p>\
        <text:list><text:list-item><text:p>for answers</text:p></text:list-item><text:list-item><text:p>for a hearing</text:p></text:list-item></text:list>\
        <text:p>“We ask,” said Jane Doe, Director of Example Organisation 01.</text:p></office:text></office:body></office:document-content>";
    assert_eq!(
        told(&release(&zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", odt)]))),
        expected()
    );
}

#[test]
fn plain_text_is_read_in_utf_8_and_utf_16_and_other_files_are_named() {
    let text = "Example Groups Ask for Answers\r\n\r\nThey wrote.";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for bytes in [
        text.as_bytes().to_vec(),
        utf16(text),
        utf16(&format!("\u{feff}{text}")),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
    ] {
        assert_eq!(release(&bytes).title, "Example Groups Ask for Answers");
    }
    for (bytes, part) in [
        (b"{\\rtf1\\ansi Title}".to_vec(), ".rtf"),
        (b"\xef\xbb\xbf{\\rtf1 Title}".to_vec(), ".rtf"),
        (b"\r\n {\\rtf1 Title}".to_vec(), ".rtf"),
        (b"Return-Path: <a@example.org>\nReceived: x\n\nTitle".to_vec(), ".eml"),
        (b"Delivered-To: a@example.org\nSubject: x\n\nTitle".to_vec(), ".eml"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n".to_vec(), ".mht"),
        (b"bplist00\xd1\x01".to_vec(), ".webarchive"),
        (b"<?xml version=\"1.0\"?><office:document/>".to_vec(), "an XML file"),
        (b"{\"title\": \"x\"}".to_vec(), "a JSON file"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), ".doc"),
        (b"Title\n\nJos\xe9 wrote.".to_vec(), "UTF-8"),
        (b"Title\0\0\x01\x02 x".to_vec(), "isn't supported"),
        (b"MIME-Version: 1.0\n".to_vec(), ".eml"),
        (b"PK\x03\x04broken".to_vec(), "can't be read as a document"),
        (zipped(&[("xl/workbook.xml", "<x/>")]), ".xlsx"),
        (zipped(&[("Index/Document.iwa", "")]), ".pages"),
        (zipped(&[("a.txt", "x")]), "holds no document"),
        (zipped(&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]), "can't be read as a document"),
    ] {
        let said = read(&bytes).unwrap_err().to_string();
        assert!(said.contains(part), "{said}");
    }
}
