//! The templates, embedded: each folder of `gallery/` with the names of its forms.
//! A test holds the table against the folder.

/// One template as its files say it.
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// The schema of the item.
    pub schema: &'static str,
    /// The workflow.
    pub workflow: &'static str,
    /// The scenarios.
    pub scenarios: &'static str,
    /// Forms of its tasks by name.
    pub forms: &'static [(&'static str, &'static str)],
    /// What it shows in other languages.
    pub texts: &'static [(&'static str, &'static str)],
}

macro_rules! file {
    ($name:literal, $path:expr) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/gallery/", $name, "/", $path))
    };
}

macro_rules! templates {
    ($($name:literal [$($form:literal),*],)*) => {
        &[$(Template {
            name: $name,
            schema: file!($name, "schema.json"),
            workflow: file!($name, "workflow.rhai"),
            scenarios: file!($name, "scenarios.rhai"),
            forms: &[$(($form, file!($name, concat!("forms/", $form, ".json")))),*],
            texts: &[("ru", file!($name, "ru.json")), ("zh", file!($name, "zh.json"))],
        }),*]
    };
}

/// All templates, by name.
pub const TEMPLATES: &[Template] = templates! {
    "asset-write-off" [],
    "badge-lost" [],
    "budget-transfer" [],
    "building-repair" [],
    "business-trip" [],
    "campaign" [],
    "catering" [],
    "contract-review" [],
    "credit-card" [],
    "customer-complaint" [],
    "data-subject-request" [],
    "database-copy" [],
    "discount-approval" [],
    "domain-name" ["keep"],
    "event-stand" ["can"],
    "expense-report" [],
    "firewall-rule" [],
    "internal-transfer" [],
    "invoice-approval" [],
    "key-handout" [],
    "lost-device" [],
    "mobile-contract" [],
    "nda" [],
    "parental-leave" [],
    "parking-space" [],
    "phishing-report" [],
    "pool-car" ["car-back"],
    "press-release" [],
    "referral-bonus" [],
    "remote-work" [],
    "report-wish" [],
    "salary-advance" [],
    "security-exception" [],
    "server-new" [],
    "supplier-new" [],
    "trademark-check" ["go-on"],
    "training-course" [],
    "translation" [],
    "visa-support" [],
    "visitor" [],
    "vpn-access" [],
};
