use super::*;

#[test]
fn values_are_put_in_and_never_read_again() {
    assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
    assert_eq!(fill("{gone}!", &[]), "!");
    assert_eq!(fill("half {open", &[]), "half {open");
}

#[test]
fn the_form_follows_the_number() {
    let mut texts = vec![Rc::from(""); Message::SignerFound as usize];
    texts.push("{count} found{x}\u{1f}{count} are found{x}".into());
    for (language, count, text) in [
        (Language::English, 1, "1 found."),
        (Language::English, 5000, "5,000 are found."),
        (Language::English, 0, "0 are found."),
    ] {
        let catalogue = Catalogue::new(language, texts.clone());
        assert_eq!(catalogue.count(Message::SignerFound, count, &[("x", ".")]), text);
    }
}
