//! Percent-encoding, read strictly: what is no UTF-8 or no hexadecimal is
//! refused, not replaced.

/// Decodes a percent-encoded part of a URL; `None` when it cannot be read.
/// `plus` tells whether `+` means a space (in a query it does).
pub fn decode(text: &str, plus: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex_digit(rest.next()?)? * 16 + hex_digit(rest.next()?)?,
            b'+' if plus => b' ',
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// A text as one segment of a path.
pub fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_is_decoded() {
        assert_eq!(decode("a%20b+c", true).as_deref(), Some("a b c"));
        assert_eq!(decode("a+b", false).as_deref(), Some("a+b"));
        assert_eq!(decode("%E7%AC%94", false).as_deref(), Some("笔"));
    }

    #[test]
    fn what_is_encoded_reads_as_it_was() {
        assert_eq!(encode("field support/笔"), "field%20support%2F%E7%AC%94");
        assert_eq!(decode(&encode("a+b%c"), false).as_deref(), Some("a+b%c"));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for wrong in ["%", "%2", "%zz", "%ff", "%+1"] {
            assert_eq!(decode(wrong, false), None, "{wrong}");
        }
    }
}
