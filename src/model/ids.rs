//! Row ids: UUIDv7 newtypes, one per thing, so that a ticket's id cannot be
//! handed over where a step's is wanted. Where ids come from is a trait: the
//! clock and the random source live above.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;
use uuid::Uuid;

/// A source of fresh row ids. The desk gives UUIDv7; tests give a counter.
pub trait IdSource {
    /// A new id, greater than every id given before by this source.
    fn fresh(&mut self) -> Uuid;
    /// 256 random bits that nobody can guess: a link's token.
    fn secret(&mut self) -> [u8; 32];
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id from `source`.
            pub fn fresh(source: &mut dyn IdSource) -> Self {
                Self(source.fresh())
            }
            /// The sixteen bytes that the database keeps.
            pub fn bytes(&self) -> &[u8] {
                self.0.as_bytes()
            }
            /// Reads sixteen bytes back; `None` when there are not sixteen.
            pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
                Uuid::from_slice(bytes).ok().map(Self)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id!(/// A ticket's row id; people see its number.
    TicketId);
id!(/// A journal row's id; of a waiting row it is the step's id in the API.
    StepId);
id!(/// A person's key: never changes, whatever becomes of the username.
    UserId);
id!(/// A group's key.
    GroupId);
id!(/// A comment's id.
    CommentId);
id!(/// The id of an entry of the work log.
    WorkId);
id!(/// An appointment's id.
    AppointmentId);
id!(/// The id of something that was kept back on its way out.
    OutgoingId);
id!(/// A file's id.
    AttachmentId);
id!(/// A notification's id.
    NotificationId);
id!(/// A delivery's id: one plugin call or message on its way out.
    DeliveryId);
id!(/// A timer's id.
    TimerId);
id!(/// An API token's id.
    TokenId);
id!(/// A release's id.
    ReleaseId);
id!(/// The id of a release that is proposed.
    ProposalId);
id!(/// An absence's id.
    AbsenceId);
id!(/// A saved view's id.
    SavedViewId);
