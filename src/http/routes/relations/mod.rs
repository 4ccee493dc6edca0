//! What tickets have to do with each other, and what all are shown as known.

pub mod affected;
pub mod known;
pub mod link;
pub mod links;
pub mod me_too;
pub mod merge;
pub mod split;
pub mod unlink;
