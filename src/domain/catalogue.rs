//! The words of the interface in one language, looked up by [`Message`].
//!
//! A page carries only its own language, and only the messages of its live parts, as a list in the order of the enum:
//! no names are shipped. The native program reads `assets/languages/<tag>.json` by name and reports what is missing.

use std::rc::Rc;

use crate::domain::language::{Language, Plural};

/// Parts the plural forms of one packed text: U+001F, the unit separator.
pub const FORM_SEPARATOR: char = '\u{1f}';

macro_rules! messages {
    ($( $(#[doc = $doc:expr])* $variant:ident = $name:literal, )*) => {
        /// A text of the interface. Those up to [`LAST_LIVE`] are carried to the browser.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the words in assets/languages/en.json say what each is")]
        #[repr(u16)]
        pub enum Message { $( $variant, )* }

        /// Every message with its name in the language files, in order.
        pub const MESSAGES: &[(Message, &str)] = &[ $( (Message::$variant, $name), )* ];
    };
}

messages! {
    // Carried to the browser: the action.
    StepFind = "step.find",
    StepWrite = "step.write",
    StepSend = "step.send",
    StepsLabel = "steps.label",
    ZipLabel = "zip.label",
    ZipHint = "zip.hint",
    ZipSubmit = "zip.submit",
    ZipAssurance = "zip.assurance",
    ZipWaiting = "zip.waiting",
    ZipEmpty = "zip.empty",
    ZipTooShort = "zip.too_short",
    ZipTooLong = "zip.too_long",
    ZipNotDigits = "zip.not_digits",
    ZipUnknown = "zip.unknown",
    ZipUnknownWhy = "zip.unknown_why",
    ZipMilitary = "zip.military",
    ZipMilitaryWhy = "zip.military_why",
    TablesFailed = "tables.failed",
    TablesFailedWhy = "tables.failed_why",
    TablesRetry = "tables.retry",
    DirectoryLink = "directory.link",
    FinderHouse = "finder.house",
    FinderSenate = "finder.senate",
    StateInstead = "state.instead",
    ZipInstead = "zip.instead",
    StateLabel = "state.label",
    StatePrompt = "state.prompt",
    StateSubmit = "state.submit",
    ChooseTitle = "choose.title",
    ChooseTitleStates = "choose.title_states",
    ChooseHint = "choose.hint",
    ChooseStateTitle = "choose.state_title",
    ChooseStateHint = "choose.state_hint",
    ChooseUnsure = "choose.unsure",
    PeopleTitle = "people.title",
    PeopleTitleDelegate = "people.title_delegate",
    PeopleProgress = "people.progress",
    PeopleChange = "people.change",
    PeopleDelegateNote = "people.delegate_note",
    PeopleAsOf = "people.as_of",
    PeopleOutdated = "people.outdated",
    PeopleFinish = "people.finish",
    SeatVacant = "seat.vacant",
    SeatVacantNote = "seat.vacant_note",
    SenateVacantNote = "seat.senate_vacant_note",
    RoleSenator = "role.senator",
    RoleRepresentative = "role.representative",
    RoleDelegate = "role.delegate",
    RoleResidentCommissioner = "role.resident_commissioner",
    RoleMemberOfParliament = "role.member_of_parliament",
    PartyDemocrat = "party.democrat",
    PartyRepublican = "party.republican",
    PartyIndependent = "party.independent",
    PartyCaucus = "party.caucus",
    District = "district.number",
    DistrictAtLarge = "district.at_large",
    Write = "person.write",
    WriteTo = "person.write_to",
    Call = "person.call",
    CallTo = "person.call_to",
    DoneWritten = "person.done_written",
    DoneCalled = "person.done_called",
    DoneVoicemail = "person.done_voicemail",
    DoneBusy = "person.done_busy",
    ContactDetails = "person.contact_details",
    PageAt = "person.page_at",
    WashingtonOffice = "person.washington_office",
    OfficialPage = "person.official_page",
    ContactPage = "person.contact_page",
    NoContact = "person.no_contact",
    Next = "next",
    WordsTitle = "words.title",
    WordsHint = "words.hint",
    WordsSignature = "words.signature",
    WordsAssurance = "words.assurance",
    PointsTitle = "points.title",
    PointsHint = "points.hint",
    LetterPoints = "letter.points",
    LetterPointsAsk = "letter.points_ask",
    LetterPointsAnew = "letter.points_anew",
    GaugeLabel = "gauge.label",
    GaugeShare = "gauge.share",
    SendTitle = "send.title",
    SendGaps = "send.gaps",
    SentIsYours = "send.yours",
    SendCall = "send.call",
    SendPost = "send.post",
    SendPostHint = "send.post_hint",
    SendReturn = "send.return",
    SendPublic = "send.public",
    SendPublicHint = "send.public_hint",
    SaveText = "save.text",
    SummaryCopy = "summary.copy",
    SummaryCopied = "summary.copied",
    LetterTitle = "letter.title",
    LetterHint = "letter.hint",
    LetterSubject = "letter.subject",
    LetterBody = "letter.body",
    LetterReset = "letter.reset",
    LetterCopyAndOpen = "letter.copy_and_open",
    LetterCopyAndOpenSite = "letter.copy_and_open_site",
    LetterCopy = "letter.copy",
    LetterCopyAgain = "letter.copy_again",
    LetterCopiedNext = "letter.copied_next",
    LetterCopiedSite = "letter.copied_site",
    LetterCopiedNoPage = "letter.copied_no_page",
    LetterCopyFailed = "letter.copy_failed",
    LetterSubjectCopy = "letter.subject_copy",
    LetterSubjectNext = "letter.subject_next",
    LetterSent = "letter.sent",
    LetterPrint = "letter.print",
    OpensIn = "link.opens_in",
    Back = "back",
    CallTitle = "call.title",
    CallHint = "call.hint",
    CallNumber = "call.number",
    CallScript = "call.script",
    CallVoicemail = "call.voicemail",
    CallOutcome = "call.outcome",
    CallReached = "call.reached",
    CallLeft = "call.left",
    CallBusy = "call.busy",
    CallOpen = "call.open",
    CallClosed = "call.closed",
    CallNoNumber = "call.no_number",
    ThanksTitle = "thanks.title",
    ThanksSome = "thanks.some",
    ThanksBack = "thanks.back",
    StartOver = "start_over",
    ShareTitle = "share.title",
    ShareNative = "share.native",
    ShareCopy = "share.copy",
    ShareCopied = "share.copied",
    ShareCopyFailed = "share.copy_failed",
    ShareEmail = "share.email",
    // Drawn at build time only.
    SignerSearchLabel = "signers.search_label",
    SignerCountryLabel = "signers.country_label",
    SignerCountryAll = "signers.country_all",
    SignerFound = "signers.found",
    SignerNone = "signers.none",
    SignerMore = "signers.more",
    Statement = "page.statement",
    Updated = "page.updated",
    FullText = "page.full_text",
    SourcesAt = "page.sources_at",
    ReadStatement = "page.read_statement",
    Print = "page.print",
    LanguagesLabel = "page.languages",
    SkipToAction = "page.skip_to_action",
    ActionLabel = "page.action_label",
    AllCampaigns = "page.all_campaigns",
    OpenOnOwnPage = "page.open_on_own_page",
    PartnerCredit = "page.partner_credit",
    LeaveQuickly = "page.leave_quickly",
    LeaveQuicklyHint = "page.leave_quickly_hint",
    PrivacyLine = "page.privacy_line",
    PublishedBy = "page.published_by",
    SignersTitle = "signers.title",
    SignersStated = "signers.stated",
    SignersStatedBesides = "signers.stated_besides",
    SignersListed = "signers.listed",
    SignersUnlisted = "signers.unlisted",
    SignersUnlistedNote = "signers.unlisted_note",
    SignersShow = "signers.show",
    SignersOrderAlphabetical = "signers.order_alphabetical",
    SignersOrderPublished = "signers.order_published",
    SignerSigned = "signers.signed",
    SignerSource = "signers.source",
    SignerSourceOf = "signers.source_of",
    ClosedTitle = "closed.title",
    WonTitle = "won.title",
    ClosedNote = "closed.note",
    AftermathTitle = "closed.aftermath",
    NextCampaign = "closed.next_campaign",
    StaticStateTitle = "static.state_title",
    StaticStateHint = "static.state_hint",
    StaticFinderHint = "static.finder_hint",
    StaticLetterTitle = "static.letter_title",
    StaticLetterHint = "static.letter_hint",
    StaticCallTitle = "static.call_title",
    DirectoryTitle = "directory.title",
    DirectoryIndexTitle = "directory.index_title",
    DirectoryBack = "directory.back",
    DirectorySenators = "directory.senators",
    DirectoryHouse = "directory.house",
    DirectoryDistricts = "directory.districts",
    DirectoryOffices = "directory.offices",
    DirectoryOfficesOf = "directory.offices_of",
    ListTitle = "list.title",
    ListIntro = "list.intro",
    ListOpen = "list.open",
    ListClosed = "list.closed",
    ListEmpty = "list.empty",
    NotFoundTitle = "not_found.title",
    NotFoundText = "not_found.text",
    CreditsUs = "credits.us",
    LeaveDraftTitle = "draft.title",
    LeaveDraftText = "draft.text",
    LeaveDraftStay = "draft.stay",
    LeaveDraftGo = "draft.go",
    CreditsUk = "credits.uk",
    UkDirectoryTitle = "uk_directory.title",
    UkDirectoryIndexTitle = "uk_directory.index_title",
    UkDirectoryHint = "uk_directory.hint",
    UkFinder = "uk_directory.finder",
    UkNoEmail = "uk_directory.no_email",
    KitLink = "kit.link",
    KitTitle = "kit.title",
    KitIntro = "kit.intro",
    KitChoose = "kit.choose",
    KitLanguage = "kit.language",
    KitTheme = "kit.theme",
    KitThemeAuto = "kit.theme_auto",
    KitThemeLight = "kit.theme_light",
    KitThemeDark = "kit.theme_dark",
    KitPartner = "kit.partner",
    KitPartnerNone = "kit.partner_none",
    KitPartnerHint = "kit.partner_hint",
    KitPartnerUnlisted = "kit.partner_unlisted",
    KitByHand = "kit.by_hand",
    KitCode = "kit.code",
    KitLoader = "kit.loader",
    KitLoaderHint = "kit.loader_hint",
    KitFrame = "kit.frame",
    KitFrameHint = "kit.frame_hint",
    KitCard = "kit.card",
    KitCardHint = "kit.card_hint",
    KitAddress = "kit.address",
    KitAddressHint = "kit.address_hint",
    KitPinned = "kit.pinned",
    KitPinnedHint = "kit.pinned_hint",
    KitCopy = "kit.copy",
    KitCopied = "kit.copied",
    KitCopyFailed = "kit.copy_failed",
    KitPreview = "kit.preview",
    KitWidths = "kit.widths",
    KitWidthPhone = "kit.width_phone",
    KitWidthColumn = "kit.width_column",
    KitWidthFull = "kit.width_full",
    KitPolicy = "kit.policy",
    KitPolicyHint = "kit.policy_hint",
    KitPrivacy = "kit.privacy",
    KitPrivacyHint = "kit.privacy_hint",
    KitPrivacyText = "kit.privacy_text",
    KitTrouble = "kit.trouble",
    KitTroublePolicy = "kit.trouble_policy",
    KitTroubleEditor = "kit.trouble_editor",
    KitTroubleBlocker = "kit.trouble_blocker",
    KitFrameTitle = "kit.frame_title",
    KitLinkText = "kit.link_text",
    PictureText = "picture.text",
}

/// The last message that the live part of a page uses.
pub const LAST_LIVE: Message = Message::ShareEmail;

/// The words of the interface in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Whose words these are.
    pub language: Language,
    texts: Vec<Rc<str>>,
}

impl Catalogue {
    /// Takes texts in the order of [`MESSAGES`]; a short list leaves the rest empty.
    pub fn new(language: Language, texts: Vec<Rc<str>>) -> Catalogue {
        Catalogue { language, texts }
    }

    /// The texts that a page carries, in order.
    pub fn live_texts(&self) -> &[Rc<str>] {
        self.texts.get(..=LAST_LIVE as usize).unwrap_or(&self.texts)
    }

    /// The text of a message that takes nothing.
    pub fn text(&self, message: Message) -> Rc<str> {
        self.texts.get(message as usize).cloned().unwrap_or_default()
    }

    /// The text with each `{name}` replaced by its value.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        fill(&self.text(message), values)
    }

    /// The form of the text that goes with `count`, with `{count}` and each `{name}` replaced.
    pub fn count(&self, message: Message, count: usize, values: &[(&str, &str)]) -> String {
        let text = self.text(message);
        let mut forms = text.split(FORM_SEPARATOR);
        let first = forms.next().unwrap_or_default();
        let form = match self.language.plural(count) {
            Plural::One => first,
            Plural::Other => forms.next().unwrap_or(first),
        };
        fill(&form.replace("{count}", &self.language.number(count)), values)
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) => {
                filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
