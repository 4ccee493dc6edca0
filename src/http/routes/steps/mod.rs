//! What a ticket waits for.

pub mod add;
pub mod answer;
pub mod bulk;
pub mod claim;
pub mod consult;
pub mod hand_back;
pub mod reopen;
pub mod retry;
pub mod show;
pub mod skip;
pub mod transfer;
pub mod urge;
pub mod withdraw;
