use super::*;

fn told(svg: &str) -> Vec<String> {
    dangers(svg.as_bytes())
        .into_iter()
        .map(|danger| format!("{} {} {:?}", danger.line, danger.element.unwrap_or_default(), danger.what))
        .collect()
}

/// The body of a picture, from its second line.
fn in_svg(body: &str) -> String {
    format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 1 1\">\n{body}</svg>")
}

#[test]
fn pictures_that_only_draw_pass() {
    let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    for body in [
        "<rect width=\"1\" height=\"1\" fill=\"#a00\"/>".to_owned(),
        "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" style=\"fill: url('#a'); clip-path:url( #b )\"/>".to_owned(),
        "<g id=\"a\"/><use href=\"#a\"/><use xlink:href=\"#a\"/>".to_owned(),
        "<style>.a{fill:#a00} /* url(https://x.example) is only said */</style>".to_owned(),
        "<style><![CDATA[ .a > .b { fill: red } ]]></style>".to_owned(),
        format!("<image href=\"data:image/png;base64,{pixel}\" width=\"1\" height=\"1\"/>"),
        "<title>On a script, javascript and url</title><desc>onload</desc>".to_owned(),
        "<animate attributeName=\"opacity\" values=\"0;1\" dur=\"1s\"/>".to_owned(),
        "<metadata xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:cc=\"http://creativecommons.org/ns#\"><rdf:RDF>\
         <cc:Work rdf:about=\"https://example.org\"/></rdf:RDF></metadata>"
            .to_owned(),
        "<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:label=\"a\" inkscape:export-filename=\"/home/x.png\"/>".to_owned(),
        "<text xml:space=\"preserve\" font-family=\"Arial\">A</text>".to_owned(),
    ] {
        assert_eq!(told(&in_svg(&body)), Vec::<String>::new(), "{body}");
    }
    let declared = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n{}", in_svg(""));
    assert_eq!(told(&declared), Vec::<String>::new());
}

#[test]
fn whatever_runs_or_fetches_is_told_with_its_place() {
    for (body, part) in [
        ("<script>1</script>", "2 script Element"),
        ("<g>\n<SCRIPT/></g>", "3 SCRIPT Element"),
        ("<s:script xmlns:s=\"http://www.w3.org/2000/svg\">1</s:script>", "2 script Element"),
        ("<script href=\"data:,1\"/>", "2 script Element"),
        ("<rect onload=\"1\"/>", "2 rect Handler(\"onload\")"),
        ("<rect OnClick=\"1\"/>", "2 rect Handler(\"OnClick\")"),
        ("<foreignObject><p/></foreignObject>", "2 foreignObject Element"),
        ("<x:iframe xmlns:x=\"http://www.w3.org/1999/xhtml\" src=\"a\"/>", "2 iframe Element"),
        ("<x:div xmlns:x=\"http://www.w3.org/1999/xhtml\"/>", "2 div Element"),
        ("<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\"/>", "2 include Element"),
        ("<x:template xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>", "2 template Element"),
        ("<e:listener xmlns:e=\"http://www.w3.org/2001/xml-events\"/>", "2 listener Element"),
        ("<image href=\"https://tracker.example/x\"/>", "2 image Address(\"href\""),
        ("<image xlink:href=\"//tracker.example/x\"/>", "2 image Address(\"href\""),
        ("<image href=\"other.png\"/>", "2 image Address(\"href\""),
        ("<feImage href=\"/x.png\"/>", "2 feImage Address"),
        ("<use href=\"other.svg#a\"/>", "2 use Address"),
        ("<use xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+#a\"/>", "2 use Address"),
        ("<image href=\"data:image/svg+xml,%3Csvg/%3E\"/>", "2 image Address"),
        ("<image href=\"data:image/png;base64,AAAA\"/>", "2 image Address"),
        ("<a href=\"javascript:1\"/>", "2 a Address"),
        ("<a xlink:href=\"java&#10;script:1\"/>", "2 a Address"),
        ("<a href=\"&#x6a;avascript:1\"/>", "2 a Address"),
        ("<a href=\"https://example.org\"/>", "2 a Address"),
        ("<linearGradient href=\"https://x.example/#a\"/>", "2 linearGradient Address"),
        ("<animate attributeName=\"href\" values=\"javascript:1\"/>", "2 animate Animation(\"href\")"),
        ("<animate attributeName=\"xlink:href\" to=\"#a\"/>", "2 animate Animation"),
        ("<set attributeName=\"onclick\" to=\"1\"/>", "2 set Animation"),
        ("<set attributeName=\"opacity\" to=\"javascript:1\"/>", "2 set Address(\"to\""),
        ("<animate attributeName=\"fill\" values=\"url(https://x.example)\"/>", "2 animate Style"),
        ("<style>@import \"https://x.example/a.css\";</style>", "2 style Style(\"@import\")"),
        ("<style>@IMPORT url(a.css)</style>", "2 style Style(\"@import\")"),
        ("<style>@im\\70ort 'a.css';</style>", "2 style Style(\"@import\")"),
        (
            "<style>@im/**/port</style><style>.a{fill:url(https://x.example)}</style>",
            "2 style Style(\"url(https://x.example)\")",
        ),
        ("<style>.a{background:u\\72l( 'https://x.example' )}</style>", "2 style Style(\"url(https://x.example)\")"),
        ("<style><![CDATA[.a{fill:url(x.svg#a)}]]></style>", "2 style Style"),
        ("<style>@font-face{font-family:a;src:url(a.woff)}</style>", "2 style Style(\"@font-face\")"),
        ("<style>.a{background-image:image-set('a.png' 1x)}</style>", "2 style Style(\"image-set\")"),
        ("<rect fill=\"url(https://x.example#a)\"/>", "2 rect Style"),
        ("<rect style=\"fill:URL(&quot;//x.example&quot;)\"/>", "2 rect Style"),
        ("<rect filter=\"url(f.svg#a)\"/>", "2 rect Style"),
        ("<g xml:base=\"https://x.example/\"/>", "2 g Address(\"base\""),
        ("<?xml-stylesheet href=\"a.css\"?>", "2  Instruction(\"xml-stylesheet\")"),
        ("<?php 1 ?>", "2  Instruction(\"php\")"),
        ("<link href=\"a.css\"/>", "2 link Element"),
        ("<video src=\"a.mp4\"/>", "2 video Element"),
    ] {
        let found = told(&in_svg(body));
        assert!(found.iter().any(|line| line.starts_with(part)), "{body}: {found:?}");
    }
}

#[test]
fn pictures_that_are_none_or_hide_what_they_are_are_told() {
    let svg = in_svg("");
    for (text, part) in [
        (format!("<?xml-stylesheet href=\"a.css\"?>\n{svg}"), "1  Instruction"),
        (format!("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x\">\n{svg}"), "1  Doctype"),
        (format!("\n\n<!DOCTYPE svg [<!ENTITY a \"b\">]>{svg}").trim_start().to_owned(), "1  Doctype"),
        (format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{svg}"), "1  Encoding"),
        (format!("<?xml version='1.0' encoding='iso-2022-jp'?>{svg}"), "1  Encoding"),
        ("<svg><g></svg>".to_owned(), "1  NotXml"),
        ("<svg viewBox=\"0 0 1 1\"/>".to_owned(), "1  NoSvg"),
        (format!("<html xmlns=\"http://www.w3.org/1999/xhtml\">{svg}</html>"), "1 html Element"),
        (in_svg("<rect fill=\"&bomb;\"/>"), "2  NotXml"),
    ] {
        let found = told(&text);
        assert!(found.iter().any(|line| line.starts_with(part)), "{text}: {found:?}");
    }
    assert_eq!(dangers(&svg.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()).len(), 1);
    // Ten times ten times ten …
    let doubled = |at: usize| format!("<g id=\"a{}\">{}</g>", at + 1, format!("<use href=\"#a{at}\"/>").repeat(10));
    let bomb = in_svg(&format!("<g id=\"a0\"/>{}", (0..6).map(doubled).collect::<String>()));
    assert!(told(&bomb).iter().any(|line| line.ends_with("Repeated")), "{bomb}");
    assert!(told(&in_svg("<g id=\"a\"><use href=\"#a\"/></g>")).iter().any(|line| line.ends_with("Repeated")));
}

#[test]
fn proportions_are_those_that_a_browser_takes() {
    for (attributes, expected) in [
        ("width=\"80\" height=\"40\"", Some((80.0, 40.0))),
        ("width=\"80px\" height=\"40px\" viewBox=\"0 0 1 1\"", Some((80.0, 40.0))),
        ("viewBox=\"0 0 300 100\"", Some((300.0, 100.0))),
        ("width=\"100%\" height=\"100%\" viewBox=\"0,0,300,100\"", Some((300.0, 100.0))),
        ("", None),
    ] {
        assert_eq!(proportions(format!("<svg xmlns=\"{SVG}\" {attributes}/>").as_bytes()), expected, "{attributes}");
    }
}
