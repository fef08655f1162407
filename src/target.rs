//! Where Leadroom may send what somebody asked it to send: public names by https, and this machine where local work allows.
//!
//! An address comes from a person who may not be trusted with what stands behind the network's door. What is taken is the
//! part of the syntax that every reader of addresses understands alike; whatever one of them could take for an address of
//! numbers is refused, so that an address of a private network is refused however it is written. What a name stands for is
//! asked of the resolver by whoever sends, and judged here by [`is_public`].

use std::net::IpAddr;

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// A public name, as far as a name can tell.
    Name(&'a str),
    /// This machine.
    Here,
}

/// Names of this machine.
const HERE: &[&str] = &["localhost", "127.0.0.1", "[::1]"];
/// Last parts of names that no public resolver knows (RFC 6761, RFC 6762, RFC 7686, RFC 8375, and what offices use).
const INWARD: &[&str] = &["local", "localhost", "internal", "intranet", "private", "lan", "home", "corp", "arpa", "onion", "invalid"];
/// The ports below this belong to other services; https has its own.
const FIRST_PORT: u16 = 1024;
const HTTPS_PORT: u16 = 443;

/// What `url` leads to; nothing when it leads nowhere that anybody may ask to send to.
pub fn target(url: &str) -> Option<Target<'_>> {
    let (scheme, rest) = url.split_once("://")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    if !url.bytes().all(plain) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            let digits = port.bytes().all(|byte| byte.is_ascii_digit());
            (host, port.parse::<u16>().ok().filter(|_| digits)?)
        }
        _ => (authority, HTTPS_PORT),
    };
    if HERE.contains(&host) {
        return (scheme == "http" || scheme == "https").then_some(Target::Here);
    }
    let public = scheme == "https" && (port == HTTPS_PORT || port >= FIRST_PORT) && is_name(host);
    public.then_some(Target::Name(host))
}

/// Whether `host` can be a public name. A last part that begins with a digit would be an address of numbers: decimal, octal
/// or hexadecimal, in four parts, fewer or one (WHATWG URL, 3.5).
fn is_name(host: &str) -> bool {
    let part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    let inward = INWARD.iter().any(|name| last.eq_ignore_ascii_case(name));
    host.len() <= 253 && host.split('.').all(part) && last.starts_with(|c: char| c.is_ascii_alphabetic()) && !inward
}

/// The networks of IPv4 that are not public: first address and length of the prefix (RFC 6890 and its registry).
const PRIVATE: &[(u32, u32)] = &[
    (0x0000_0000, 8),  // this network
    (0x0a00_0000, 8),  // private
    (0x6440_0000, 10), // shared by carriers
    (0x7f00_0000, 8),  // loopback
    (0xa9fe_0000, 16), // link-local
    (0xac10_0000, 12), // private
    (0xc000_0000, 24), // protocol assignments
    (0xc000_0200, 24), // documentation
    (0xc058_6300, 24), // relays to IPv6
    (0xc0a8_0000, 16), // private
    (0xc612_0000, 15), // benchmarks
    (0xc633_6400, 24), // documentation
    (0xcb00_7100, 24), // documentation
    (0xe000_0000, 3),  // multicast, reserved, broadcast
];

/// Whether `address`, of IPv4 or IPv6, is one of the public internet.
pub fn is_public(address: &str) -> bool {
    match address.parse() {
        Ok(IpAddr::V4(address)) => is_public_4(address.to_bits()),
        Ok(IpAddr::V6(address)) => is_public_6(address.to_bits()),
        Err(_) => false,
    }
}

fn is_public_4(address: u32) -> bool {
    !PRIVATE.iter().any(|(first, length)| (address ^ first) >> (32 - length) == 0)
}

/// Of IPv6 only the global unicast addresses are public, and those of a translator as far as what they stand for is.
fn is_public_6(address: u128) -> bool {
    let begins = |first: u128, length: u32| (address ^ (first << 96)) >> (128 - length) == 0;
    #[expect(clippy::cast_possible_truncation, reason = "the 32 bits that hold the address of IPv4")]
    let inner = |shift: u32| is_public_4((address >> shift) as u32);
    if begins(0x0064_ff9b, 96) {
        return inner(0);
    }
    if begins(0x2002_0000, 16) {
        return inner(80);
    }
    // Protocol assignments (Teredo among them) and documentation.
    begins(0x2000_0000, 3) && !begins(0x2001_0000, 23) && !begins(0x2001_0db8, 32) && !begins(0x3fff_0000, 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_names_by_https_are_targets() {
        for (url, host) in [
            ("https://hooks.example.com", "hooks.example.com"),
            ("https://hooks.example.com/in?token=a%20b&x=[1]#top", "hooks.example.com"),
            ("https://EXAMPLE.com:443/", "EXAMPLE.com"),
            ("https://example.com:8443/", "example.com"),
            ("https://xn--mller-kva.de/", "xn--mller-kva.de"),
            ("https://10.0.0.1.example.com/", "10.0.0.1.example.com"),
            ("https://localhost.example.com/", "localhost.example.com"),
        ] {
            assert_eq!(target(url), Some(Target::Name(host)), "{url}");
        }
        for url in ["http://localhost:8080/hook", "http://127.0.0.1/", "https://[::1]:8443/x", "http://[::1]"] {
            assert_eq!(target(url), Some(Target::Here), "{url}");
        }
    }

    #[test]
    fn nothing_else_is_a_target_however_it_is_written() {
        for url in [
            "",
            "example.com",
            "//example.com",
            "http://example.com/",
            "HTTPS://example.com/",
            "ftp://example.com/",
            "https:/example.com/",
            "https:\\\\example.com/",
            "https://",
            "https:///path",
            "https://intranet/",
            "https://printer.local/",
            "https://db.INTERNAL/",
            "https://a.localhost/",
            "https://LOCALHOST/",
            "https://localhost./",
            "https://router.lan",
            "https://1.0.0.127.in-addr.arpa/",
            "https://example.com./",
            "https://user@example.com/",
            "https://user:secret@example.com/",
            "https://example.com@127.0.0.1/",
            "https://127.0.0.1@example.com/",
            "https://localhost:x@example.com",
            "https://example.com:22/",
            "https://example.com:80/",
            "https://example.com:0/",
            "https://example.com:99999/",
            "https://example.com:+443/",
            "https://example.com:/",
            "https://example.com\\@127.0.0.1/",
            "https://exa mple.com/",
            "https://example.com/a b",
            "https://example.com/\r\nx: y",
            "https://example.com\t/",
            "https://ex%61mple.com/",
            "https://müller.de/",
            "https://127。0。0。1/",
            "https://①②⑦.0.0.1/",
            "https://-a.example.com/",
            "https://a..example.com/",
            "https://.example.com/",
            "https://a_b.example.com/",
            // Addresses of numbers, in every form that browsers take.
            "https://127.0.0.1/",
            "https://127.1/",
            "https://127.0.1",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7f.0.0.1/",
            "https://0177.0.0.1/",
            "https://017700000001",
            "https://127.0.0.1./",
            "https://10.0.0.1/",
            "https://172.16.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://100.64.0.1/",
            "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://0.0.0.0/",
            "https://0/",
            "https://93.184.216.34/",
            "https://[::]/",
            "https://[0:0:0:0:0:0:0:1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[fd00::1]/",
            "https://[fe80::1]/",
            "https://[fe80::1%25eth0]/",
            "https://[ff02::1]/",
            "https://[2606:4700:4700::1111]/",
        ] {
            assert!(!matches!(target(url), Some(Target::Name(_))), "{url}");
            assert_eq!(target(url).is_some(), url == "https://127.0.0.1/", "{url}");
        }
        let long = format!("https://{}example.com/", "a.".repeat(130));
        assert_eq!(target(&long), None);
    }

    #[test]
    fn only_addresses_of_the_public_internet_are_public() {
        for public in [
            "93.184.216.34",
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2a00:1450:4001:82a::200e",
            "64:ff9b::5db8:d822",
            "2002:5db8:d822::1",
        ] {
            assert!(is_public(public), "{public}");
        }
        for private in [
            "",
            "x",
            "1.2.3",
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.251",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:93.184.216.34",
            "64:ff9b::127.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "3fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(private), "{private}");
        }
    }
}
