//! Where outgoing calls may go: origins exactly as declared, and addresses that
//! are nobody's inside. Rules only; the connection itself is made in `outgoing`.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Scheme, host and port: what a declared host is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Origin {
    /// The origin of an http or https URL; `None` for anything else.
    pub fn of(url: &Url) -> Option<Origin> {
        if !matches!(url.scheme(), "http" | "https") {
            return None;
        }
        let host = url.host_str()?.trim_end_matches('.').to_owned();
        Some(Origin { scheme: url.scheme().to_owned(), host, port: url.port_or_known_default()? })
    }

    /// Reads a declared host: an origin and nothing more.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn declared(text: &str) -> Result<Origin, String> {
        let url = Url::parse(text).map_err(|error| format!("`{text}` is no URL: {error}"))?;
        let bare = matches!(url.path(), "" | "/")
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        match Origin::of(&url) {
            Some(origin) if bare && !origin.host.contains('*') => Ok(origin),
            _ => Err(format!("`{text}` is no host; it is written \"https://host:port\", without a path")),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}:{}", self.scheme, self.host, self.port)
    }
}

/// Which addresses a declared host may lie at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only.
    Public,
    /// Loopback and private ones too: the manifest says `private = true`.
    Private,
}

impl Reach {
    /// Whether a connection may be made to `address`.
    pub fn permits(self, address: IpAddr) -> bool {
        match (self, address) {
            (Reach::Public, IpAddr::V4(v4)) => is_public_v4(v4),
            (Reach::Public, IpAddr::V6(v6)) => is_public_v6(v6),
            (Reach::Private, address) => {
                let broadcast = matches!(address, IpAddr::V4(v4) if v4.is_broadcast());
                !(address.is_multicast() || address.is_unspecified() || broadcast)
            }
        }
    }
}

/// Networks of IPv4 that are not the public internet, as (network, prefix length).
const NOT_PUBLIC_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8),       // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),      // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),   // carrier-grade NAT
    (Ipv4Addr::new(127, 0, 0, 0), 8),     // loopback
    (Ipv4Addr::new(169, 254, 0, 0), 16),  // link-local, cloud metadata
    (Ipv4Addr::new(172, 16, 0, 0), 12),   // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),    // protocol assignments
    (Ipv4Addr::new(192, 0, 2, 0), 24),    // documentation
    (Ipv4Addr::new(192, 88, 99, 0), 24),  // 6to4 relays
    (Ipv4Addr::new(192, 168, 0, 0), 16),  // private
    (Ipv4Addr::new(198, 18, 0, 0), 15),   // benchmarking
    (Ipv4Addr::new(198, 51, 100, 0), 24), // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),  // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 4),     // multicast
    (Ipv4Addr::new(240, 0, 0, 0), 4),     // reserved, broadcast
];

fn is_public_v4(address: Ipv4Addr) -> bool {
    !NOT_PUBLIC_V4
        .iter()
        .any(|(network, prefix)| address.to_bits() >> (32 - prefix) == network.to_bits() >> (32 - prefix))
}

/// Of IPv6 only global unicast (2000::/3) is public, and of that not the parts
/// that carry an IPv4 address within them (Teredo, 6to4) or document something.
/// Loopback, mapped, NAT64, unique-local, link-local and multicast lie outside.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let bits = address.to_bits();
    let within = |network: u128, prefix: u32| bits >> (128 - prefix) == network >> (128 - prefix);
    within(0x2000 << 112, 3)
        && !within(0x2001 << 112, 23)
        && !within(0x2001_0db8 << 96, 32)
        && !within(0x2002 << 112, 16)
        && !within(0x3fff << 112, 20)
}

/// Why a call may not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Barred {
    /// The text is no http or https URL, or carries a password.
    #[error("the URL is no plain http or https URL")]
    NotAUrl,
    /// The origin is not in the manifest's `hosts`.
    #[error("{0} is not one of the plugin's hosts")]
    NotDeclared(Origin),
    /// The address is a loopback, private or otherwise special one.
    #[error("{0} lies at an address inside; the manifest does not say `private = true` for it")]
    Inside(String),
}

/// The hosts that a plugin declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts(Vec<(Origin, Reach)>);

impl Hosts {
    /// Adds a host; of one that is declared twice, the wider reach counts.
    pub fn declare(&mut self, origin: Origin, private: bool) {
        self.0.push((origin, if private { Reach::Private } else { Reach::Public }));
    }

    /// Whether a call to `url` may be made, and how far it may reach. A name's
    /// addresses are checked when they are resolved; an address in the URL, here.
    ///
    /// # Errors
    /// Why it may not.
    pub fn admit(&self, url: &Url) -> Result<Reach, Barred> {
        let origin = Origin::of(url).ok_or(Barred::NotAUrl)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Barred::NotAUrl);
        }
        let mut declared = self.0.iter().filter(|(host, _)| *host == origin).map(|(_, reach)| *reach).peekable();
        if declared.peek().is_none() {
            return Err(Barred::NotDeclared(origin));
        }
        let reach = if declared.any(|reach| reach == Reach::Private) { Reach::Private } else { Reach::Public };
        let address = match url.host() {
            Some(Host::Ipv4(v4)) => IpAddr::V4(v4),
            Some(Host::Ipv6(v6)) => IpAddr::V6(v6),
            _ => return Ok(reach),
        };
        if reach.permits(address) { Ok(reach) } else { Err(Barred::Inside(origin.host)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_addresses_are_reached_and_inner_ones_are_not() {
        let public =
            ["1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "198.20.0.1"];
        let public_v6 = ["2606:4700:4700::1111", "2a00:1450:4001::1"];
        for address in public.into_iter().chain(public_v6) {
            assert!(Reach::Public.permits(address.parse().unwrap()), "{address}");
        }
        let inner = [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
        ];
        let inner_v6 = [
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:1.1.1.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "3fff::1",
        ];
        for address in inner.into_iter().chain(inner_v6) {
            assert!(!Reach::Public.permits(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn a_private_host_may_lie_inside_but_not_nowhere() {
        for address in ["127.0.0.1", "10.0.0.1", "::1", "fd00::1", "1.1.1.1"] {
            assert!(Reach::Private.permits(address.parse().unwrap()), "{address}");
        }
        for address in ["0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255"] {
            assert!(!Reach::Private.permits(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn scheme_host_and_port_must_be_those_declared() {
        let mut hosts = Hosts::default();
        hosts.declare(Origin::declared("https://assets.example.org").unwrap(), false);
        let admit = |text: &str| hosts.admit(&Url::parse(text).unwrap());
        for good in
            ["https://assets.example.org/a?b=c", "https://ASSETS.example.org:443/", "https://assets.example.org./"]
        {
            assert_eq!(admit(good), Ok(Reach::Public), "{good}");
        }
        let wrong = [
            "http://assets.example.org/",
            "https://assets.example.org:8443/",
            "https://example.org/",
            "https://assets.example.org.evil.example/",
            "https://user:word@assets.example.org/",
            "file:///etc/passwd",
        ];
        for wrong in wrong {
            assert!(admit(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_address_written_in_odd_ways_is_still_that_address() {
        let mut hosts = Hosts::default();
        for text in ["http://127.0.0.1", "http://[::1]"] {
            hosts.declare(Origin::declared(text).unwrap(), false);
        }
        for text in ["http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://[0:0::1]/"] {
            assert!(matches!(hosts.admit(&Url::parse(text).unwrap()), Err(Barred::Inside(_))), "{text}");
        }
        hosts.declare(Origin::declared("http://127.0.0.1:80").unwrap(), true);
        assert_eq!(hosts.admit(&Url::parse("http://127.0.0.1/").unwrap()), Ok(Reach::Private));
    }
}
