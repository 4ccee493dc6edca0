//! Tickets and what people do to them.

pub mod accept;
pub mod assign;
pub mod batch;
pub mod bulk;
pub mod cancel;
pub mod change;
pub mod close;
pub mod copy;
pub mod correction;
pub mod escalate;
pub mod events;
pub mod explain;
pub mod follow_up;
pub mod hand_back;
pub mod hold;
pub mod list;
pub mod open_step;
pub mod owner;
pub mod rating;
pub mod reclassify;
pub mod resolve;
pub mod resume;
pub mod show;
pub mod steps;
pub mod submit;
pub mod unhold;
