//! `Accept-Encoding`: which of the copies of a file the caller likes best
//! (RFC 9110 section 12.5.3).

/// How a body is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// `br`.
    Brotli,
    /// `gzip`.
    Gzip,
    /// Not at all.
    Identity,
}

impl Coding {
    /// As headers say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
            Coding::Identity => "identity",
        }
    }

    fn is_named(self, name: &str) -> bool {
        name.eq_ignore_ascii_case(self.as_str()) || (self == Coding::Gzip && name.eq_ignore_ascii_case("x-gzip"))
    }
}

/// Weights are in thousandths; what is not named and needs no name has the least.
const LEAST: u16 = 1;

/// The best of the `siblings`, or the file as it is. `siblings` are in our own
/// order, which decides among equals. Who accepts nothing that is there gets the
/// file as it is: more use than a refusal, and allowed (section 12.1).
pub fn choose(accepted: &str, siblings: &[Coding]) -> Coding {
    let all: Vec<(&str, u16)> = accepted.split(',').filter_map(entry).collect();
    let weight_of = |coding: Coding| {
        let named = all.iter().find(|(name, _)| coding.is_named(name)).or(all.iter().find(|(name, _)| *name == "*"));
        named.map_or(if coding == Coding::Identity { LEAST } else { 0 }, |(_, weight)| *weight)
    };
    let mut best = (Coding::Identity, 0);
    for coding in siblings.iter().copied().chain([Coding::Identity]) {
        let weight = weight_of(coding);
        if weight > best.1 {
            best = (coding, weight);
        }
    }
    best.0
}

/// `gzip;q=0.5`; a weight that cannot be read counts as a no.
fn entry(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    Some((name, weight.map_or(1_000, |weight| thousandths(weight).unwrap_or(0))))
}

/// `0.25` as 250.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = fraction.len() <= 3 && fraction.bytes().all(|b| b.is_ascii_digit());
    let fraction: u16 = format!("{fraction:0<3}").parse().ok().filter(|_| digits)?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Coding::{Brotli, Gzip, Identity};
    use super::*;

    const BOTH: &[Coding] = &[Brotli, Gzip];

    #[test]
    fn the_best_that_is_there_and_accepted_is_chosen() {
        for (accepted, there, best) in [
            ("", BOTH, Identity),
            ("gzip, deflate, br, zstd", BOTH, Brotli),
            ("gzip, deflate, br, zstd", &[Gzip], Gzip),
            ("gzip, deflate, br, zstd", &[], Identity),
            ("GZIP", BOTH, Gzip),
            ("x-gzip", BOTH, Gzip),
            ("deflate", BOTH, Identity),
            ("*", BOTH, Brotli),
            ("br;q=0, *", BOTH, Gzip),
            ("br;q=0.2, gzip;q=0.8", BOTH, Gzip),
            ("br ; q=0.2 , gzip ; Q=0.1", BOTH, Brotli),
            ("gzip;q=0.5, identity;q=0.9", BOTH, Identity),
            ("gzip;q=0.001", BOTH, Gzip),
            ("gzip;q=0, br;q=0.000", BOTH, Identity),
            ("identity;q=0, gzip;q=0.1", BOTH, Gzip),
            ("*;q=0, gzip", BOTH, Gzip),
        ] {
            assert_eq!(choose(accepted, there), best, "{accepted} of {there:?}");
        }
    }

    #[test]
    fn who_accepts_nothing_that_is_there_gets_the_file_as_it_is() {
        assert_eq!(choose("identity;q=0", BOTH), Identity);
        assert_eq!(choose("*;q=0", BOTH), Identity);
        assert_eq!(choose("identity;q=0, br", &[]), Identity);
    }

    #[test]
    fn a_weight_that_cannot_be_read_is_a_no() {
        for weight in ["2", "1.5", "0.1234", "-1", "x", "", "0.5x", "+1"] {
            assert_eq!(choose(&format!("br;q={weight}, gzip"), BOTH), Gzip, "{weight}");
        }
    }
}
