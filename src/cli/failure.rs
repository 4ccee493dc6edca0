//! Why a command did not do what it was asked, and the exit code that says so.

use super::settings::SettingError;
use crate::blobs::BlobError;
use crate::desk::StartError;
use crate::desk::people::DirectoryError;
use crate::desk::releases::PublishError;
use crate::model::problem::{Fault, summary};
use crate::scheduler;
use crate::store::StoreError;
use std::fmt::Write as _;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The content has faults.
    #[error("{}", listed(.0))]
    Faults(Vec<Fault>),
    /// It was refused.
    #[error("error: {0}")]
    Refused(String),
    /// A setting is wrong.
    #[error("error: {0}")]
    Setting(#[from] SettingError),
    /// What is needed cannot be had.
    #[error("error: {0}")]
    Unavailable(String),
}

impl Failure {
    /// The exit code of the process.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Faults(_) | Failure::Refused(_) => 1,
            Failure::Setting(_) => 2,
            Failure::Unavailable(_) => 3,
        }
    }
}

fn listed(faults: &[Fault]) -> String {
    let mut text = String::new();
    for fault in faults {
        writeln!(text, "{fault}").ok();
    }
    text.push_str(&summary(faults));
    text
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Unavailable(format!("the database cannot be used: {error}"))
    }
}

impl From<BlobError> for Failure {
    fn from(error: BlobError) -> Self {
        Failure::Unavailable(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Unavailable(error.to_string())
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Content(faults) => Failure::Faults(faults),
            StartError::Store(error) => error.into(),
            StartError::Thread(error) => error.into(),
        }
    }
}

impl From<scheduler::StartError> for Failure {
    fn from(error: scheduler::StartError) -> Self {
        match error {
            scheduler::StartError::Store(error) => error.into(),
            scheduler::StartError::Thread(error) => error.into(),
        }
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Faults(faults) => Failure::Faults(faults),
            PublishError::Store(error) => error.into(),
            PublishError::Refused(refusal) => Failure::Refused(refusal.detail),
        }
    }
}

impl From<DirectoryError> for Failure {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Refused(refusal) => Failure::Refused(refusal.detail),
            DirectoryError::Store(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_listed_as_compilers_do() {
        let fault = Fault::of_file("workflows/laptop.rhai", "syntax", "expected `;`").at(3, 7);
        let failure = Failure::Faults(vec![fault]);
        let text = "workflows/laptop.rhai:3:7: error: expected `;` [syntax]\n1 error";
        assert_eq!(failure.to_string(), text);
        assert_eq!(failure.exit_code(), 1);
    }

    #[test]
    fn a_missing_database_is_nobodys_fault() {
        let failure = Failure::from(StoreError::Unavailable("connection refused".to_owned()));
        assert_eq!(failure.exit_code(), 3);
    }
}
