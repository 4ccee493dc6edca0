//! `maitred check --translations`.

use super::failure::Failure;
use super::print::say;
use crate::desk::content::{self, Against, Files};
use crate::desk::translations::gaps;
use crate::plugins::Installation;

/// Names every shown text that a language of the policy lacks, and every
/// translation that nothing shows any more. Where there is any, it is refused.
pub(super) fn tell(files: &Files, installation: &Installation) -> Result<(), Failure> {
    let built = content::build(files, installation, Against::default()).map_err(Failure::Faults)?;
    let gaps = gaps(files, &built);
    for gap in &gaps {
        let place = if gap.line > 0 { format!(":{}:{}", gap.line, gap.column) } else { String::new() };
        say(format_args!("{}{place}: warning: {} [{}]", gap.file, gap.message, gap.code));
    }
    match gaps.len() {
        0 => Ok(()),
        1 => Err(Failure::Refused("1 text is not as the translations want it".to_owned())),
        count => Err(Failure::Refused(format!("{count} texts are not as the translations want them"))),
    }
}
