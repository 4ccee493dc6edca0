//! What is wrong, in words a person or a program can act on: refusals of
//! commands, errors in a form, faults in a script. No HTTP here: `http` turns a
//! refusal into a problem document by one exhaustive match.

use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// A fault in published content, or why a ticket's script cannot go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Fault {
    /// File of the content folder, `workflows/laptop.rhai`.
    pub file: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column from 1; 0 when the whole line is meant.
    pub column: u32,
    /// How bad it is: errors alone keep content from being published.
    #[serde(default)]
    pub severity: Severity,
    /// Stable code, `syntax`, `unknown_group`, `divergence`, …; each has a help page
    /// (`fault_codes`).
    pub code: String,
    /// In words.
    pub message: String,
    /// What to do, "did you mean …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot stay so.
    #[default]
    Error,
    /// It is probably not what was meant.
    Warning,
    /// It could be said better.
    Hint,
}

impl Severity {
    /// As it is printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// Whether there is an error among faults: warnings and hints keep nothing from
/// being published.
pub fn has_errors(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

/// Faults in the order of files and places, each once.
pub fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.severity, &a.code, &a.message)
            .cmp(&(&b.file, b.line, b.column, b.severity, &b.code, &b.message))
    });
    faults.dedup();
    faults
}

/// `3 errors, 1 warning`.
pub fn summary(faults: &[Fault]) -> String {
    let count = |severity: Severity| {
        let count = faults.iter().filter(|fault| fault.severity == severity).count();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {}{plural}", severity.as_str()))
    };
    let parts: Vec<String> =
        [Severity::Error, Severity::Warning, Severity::Hint].into_iter().filter_map(count).collect();
    if parts.is_empty() { "no fault".to_owned() } else { parts.join(", ") }
}

impl Fault {
    /// A fault of a whole file.
    pub fn of_file(file: impl Into<String>, code: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: 0,
            column: 0,
            severity: Severity::Error,
            code: code.to_owned(),
            message: message.into(),
            hint: None,
        }
    }
    /// The same as a warning or a hint.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
    /// The same at a line and column.
    #[must_use]
    pub fn at(mut self, line: u32, column: u32) -> Self {
        self.line = line;
        self.column = column;
        self
    }
    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// As compilers print it: `workflows/laptop.rhai:12:5: error: …`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
        }
        write!(f, ": {}: {} [{}]", self.severity.as_str(), self.message, self.code)?;
        match &self.hint {
            Some(hint) => write!(f, "\n  help: {hint}"),
            None => Ok(()),
        }
    }
}

/// A name as a part of a JSON Pointer (RFC 6901).
pub fn pointer_part(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// One error in a body, with a JSON Pointer that starts at the request body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// RFC 6901 pointer, `/form/price`.
    pub pointer: String,
    /// Stable code: `required`, `unknown`, `type`, `enum`, …
    pub code: String,
    /// In words.
    pub message: String,
}

impl FieldError {
    /// An error at a pointer.
    pub fn new(pointer: impl Into<String>, code: &str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code: code.to_owned(), message: message.into() }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $title:literal;)*) => {
        /// Codes of problem documents: one enum, listed in the docs, never renamed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }
        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];
            /// The code in the API.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }
            /// The title in the API.
            pub fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }
        }
    };
}

codes! {
    /// No valid sign-in.
    Unauthenticated = "unauthenticated", "Sign in first";
    /// The username or the password is wrong.
    WrongCredentials = "wrong_credentials", "Username or password is wrong";
    /// Too many failed sign-ins.
    TooManyAttempts = "too_many_attempts", "Too many attempts";
    /// The body is over 1 MiB.
    TooLarge = "too_large", "The body is too large";
    /// The body is no JSON, a header or a cursor cannot be read.
    Malformed = "malformed", "The request cannot be read";
    /// There is no such thing, or the caller may not see it.
    NotFound = "not_found", "Not found";
    /// The caller may see it but not do this.
    Forbidden = "forbidden", "Not allowed";
    /// An unsafe call by cookie from another site.
    CrossSite = "cross_site", "Cross-site call refused";
    /// `If-Match` names another version.
    PreconditionFailed = "precondition_failed", "The ticket has changed";
    /// The operation is not allowed in this status.
    IllegalOperation = "illegal_operation", "Not allowed in this status";
    /// The caller voted before.
    AlreadyVoted = "already_voted", "Already voted";
    /// The step has its answer.
    StepSettled = "step_settled", "The step is settled";
    /// What was shown is no longer what is asked.
    ChangedSinceSeen = "changed_since_seen", "Changed since it was shown";
    /// Other steps are open.
    StepsOpen = "steps_open", "Steps are in the way";
    /// The same was done a short while ago.
    TooSoon = "too_soon", "Too soon after the last time";
    /// Who asked is to be called before the ticket is closed.
    FollowUpDue = "follow_up_due", "A follow-up call is due";
    /// The ticket was rated before.
    AlreadyRated = "already_rated", "Already rated";
    /// The link is no longer good.
    Expired = "expired", "The link has expired";
    /// Too many of them at the same time.
    TooMany = "too_many", "Too many at a time";
    /// The time in which it was possible is over.
    TooLate = "too_late", "Too late for that";
    /// Something of that name exists.
    AlreadyExists = "already_exists", "It exists already";
    /// The body was understood but breaks a rule.
    Invalid = "invalid", "The request breaks a rule";
    /// The same key came with another body.
    IdempotencyKeyReused = "idempotency_key_reused", "The key was used with another body";
    /// Other nodes won five times.
    Busy = "busy", "Busy, try again";
    /// Queues are full, or the database does not answer.
    Unavailable = "unavailable", "Not available now";
    /// A mistake of ours.
    Internal = "internal", "Internal error";
    /// The path exists, the method does not.
    MethodNotAllowed = "method_not_allowed", "Method not allowed";
}

/// Why a command was refused. Errors are split by what the caller can do about
/// them; nothing of a refused command is done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", .code.as_str())]
pub struct Refusal {
    /// Which problem.
    pub code: Code,
    /// In words.
    pub detail: String,
    /// Errors with pointers.
    pub errors: Vec<FieldError>,
    /// What is allowed instead.
    pub allowed: Vec<String>,
    /// Faults of scripts and schemas.
    pub faults: Vec<Fault>,
    /// When to try again, in seconds.
    pub retry_after: Option<u32>,
}

impl Refusal {
    /// All of it in one text, as an author reads it.
    pub fn in_words(&self) -> String {
        let errors = self.errors.iter().map(|error| match error.message == self.detail {
            true => error.message.clone(),
            false => format!("{}: {}", error.pointer, error.message),
        });
        let errors: Vec<String> = errors.collect();
        if errors.is_empty() { self.detail.clone() } else { errors.join("; ") }
    }

    /// A refusal in words.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            allowed: Vec::new(),
            faults: Vec::new(),
            retry_after: None,
        }
    }
    /// 404, the same whether it is absent or hidden.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is no such thing here, or you may not see it.")
    }
    /// 422 with one error at a pointer.
    pub fn invalid(pointer: impl Into<String>, code: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let mut refusal = Self::new(Code::Invalid, message.clone());
        refusal.errors.push(FieldError::new(pointer, code, message));
        refusal
    }
    /// 422 with several errors.
    pub fn invalid_fields(errors: Vec<FieldError>) -> Self {
        let mut refusal = Self::new(Code::Invalid, format!("{} of the fields sent cannot be accepted.", errors.len()));
        refusal.errors = errors;
        refusal
    }
    /// A refusal for faults of scripts and schemas.
    pub fn with_faults(code: Code, detail: impl Into<String>, faults: Vec<Fault>) -> Self {
        Self { faults, ..Self::new(code, detail) }
    }
    /// 503, to be tried again.
    pub fn unavailable(detail: impl Into<String>) -> Self {
        let mut refusal = Self::new(Code::Unavailable, detail);
        refusal.retry_after = Some(1);
        refusal
    }
}
