//! Request ids: one per call, in every log line, every problem document and the
//! header `X-Request-Id`. A sane one from the client is kept, so that a call can
//! be followed through several systems.

use std::fmt;

/// The header.
pub const HEADER: &str = "x-request-id";

/// A call's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    /// The client's id when it is sane, else a fresh one.
    pub fn of(sent: Option<&str>) -> Self {
        match sent.filter(|text| is_sane(text)) {
            Some(text) => Self(text.to_owned()),
            None => Self(hex::encode(rand::random::<[u8; 16]>())),
        }
    }
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Short, and nothing in it that could break a log line.
fn is_sane(text: &str) -> bool {
    (1..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:/+=".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sane_id_is_kept_and_another_is_replaced() {
        assert_eq!(RequestId::of(Some("abc-1")).as_str(), "abc-1");
        for wrong in ["", "a b", "a\"b", &"x".repeat(129)] {
            let fresh = RequestId::of(Some(wrong));
            assert_eq!(fresh.as_str().len(), 32, "{wrong}");
        }
        assert_ne!(RequestId::of(None), RequestId::of(None));
    }
}
