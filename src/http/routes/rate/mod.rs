//! The link of an invitation to say how satisfied one is, outside `/api/v1`.

pub mod give;
pub mod show;
