//! The three tiers of `docs/architecture.md`, as browsers can be set to them.

/// What a browser does with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// It shows it and runs nothing, as Tor Browser's "Safest" does.
    Html,
    /// It runs scripts and no Wasm, as Tor Browser's "Safer" and Lockdown Mode do.
    Scripts,
    /// It does everything.
    Wasm,
}

impl Tier {
    /// All of them.
    pub const ALL: [Tier; 3] = [Tier::Html, Tier::Scripts, Tier::Wasm];

    /// Its number: 1, 2 or 3.
    pub fn number(self) -> u8 {
        match self {
            Tier::Html => 1,
            Tier::Scripts => 2,
            Tier::Wasm => 3,
        }
    }
}
