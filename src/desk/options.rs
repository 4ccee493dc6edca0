//! How the desk runs: values that the floors above give it.

use super::attachments::Files;
use super::jobs::JobHands;
use super::releases::CheckJobs;
use crate::plugins::Installation;

/// How the desk runs.
#[derive(Clone)]
pub struct Options {
    /// Desk workers; 0 is one per core.
    pub workers: usize,
    /// Threads for what people look at; 0 is one per core.
    pub viewers: usize,
    /// Commands that may wait in each of the two queues.
    pub queue: usize,
    /// Tickets of one export.
    pub export_rows: usize,
    /// What the installation gives its plugins.
    pub installation: Installation,
    /// Where files lie, and which are taken.
    pub files: Files,
    /// Finds faults in jobs; given by the floor that fires them.
    pub check_jobs: CheckJobs,
    /// Lists and runs jobs; given by the same floor.
    pub jobs: JobHands,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            workers: 0,
            viewers: 0,
            queue: 4_096,
            export_rows: 100_000,
            installation: Installation::default(),
            files: Files::default(),
            check_jobs: |_| Vec::new(),
            jobs: JobHands::default(),
        }
    }
}
