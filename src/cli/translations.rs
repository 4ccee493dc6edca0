//! `maitred check --translations`.

use super::failure::Failure;
use super::print::say;
use crate::desk::content::{self, Against, Files};
use crate::desk::translations::gaps;
use crate::model::problem::{Fault, Severity};
use crate::plugins::Installation;

/// Every shown text that a language of the policy lacks, and every translation
/// that nothing shows any more.
pub(super) fn all(files: &Files, installation: &Installation) -> Result<Vec<Fault>, Failure> {
    let built = content::build(files, installation, Against::default()).map_err(Failure::Faults)?;
    Ok(gaps(files, &built).into_iter().map(|gap| gap.severity(Severity::Warning)).collect())
}

/// Names them. Where there is any, it is refused.
pub(super) fn tell(gaps: &[Fault]) -> Result<(), Failure> {
    gaps.iter().for_each(say);
    verdict(gaps)
}

/// Refused where there is any.
pub(super) fn verdict(gaps: &[Fault]) -> Result<(), Failure> {
    match gaps.len() {
        0 => Ok(()),
        1 => Err(Failure::Refused("1 text is not as the translations want it".to_owned())),
        count => Err(Failure::Refused(format!("{count} texts are not as the translations want them"))),
    }
}
