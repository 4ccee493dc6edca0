//! The pages of plugins: the portal's on the API's origin, others' in their
//! sandbox; what browsers may keep of them, and what no path reaches. No
//! database matters here.

use crate::support::{Answer, Content, Desk, Setup};

pub(crate) const PORTAL: &str = "name = \"portal\"\nversion = \"1\"\ncontract = 1\n[web]\nroot = \"web/dist\"\n";
const INDEX: &str = "<!doctype html><meta name=\"csp-nonce\" content=\"__CSP_NONCE__\"><title>Portal</title>";
const SCRIPT: &str = "assets/index-DiwrgTda.js";

/// A content folder with a portal that was built.
pub(crate) fn with_portal() -> Content {
    let dist = [
        ("index.html", INDEX),
        (SCRIPT, "plain script"),
        ("assets/index-DiwrgTda.js.br", "script by brotli"),
        ("assets/index-DiwrgTda.js.gz", "script by gzip"),
        ("icon.svg", "<svg/>"),
        ("a b.txt", "a text"),
        ("orphan.txt.gz", "nothing"),
        (".env", "hidden"),
        (".vite/manifest.json", "{}"),
        ("api/own.txt", "not there"),
    ];
    let content = Content::bare().with("plugins/portal/plugin.toml", PORTAL);
    dist.iter().fold(content, |content, (name, text)| content.with(&format!("plugins/portal/web/dist/{name}"), text))
}

pub(crate) fn desk_with(content: Content) -> Desk {
    let mut setup = Setup::sqlite();
    setup.content = content;
    setup.start()
}

pub(crate) fn get(desk: &Desk, path: &str) -> Answer {
    desk.stranger().bare("GET", path).send()
}

pub(crate) fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

#[test]
fn the_portal_is_served_where_nothing_else_is() {
    let desk = desk_with(with_portal());
    for path in ["/", "/index.html", "/tickets", "/tickets/SR-000123", "/tickets/", "/inbox?tab=mine", "/%E7%AC%94"] {
        let answer = get(&desk, path).expecting(200);
        assert!(text(&answer).contains("<title>Portal</title>"), "{path}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
    }
    assert_eq!(text(&get(&desk, &format!("/{SCRIPT}")).expecting(200)), "plain script");
    assert_eq!(text(&get(&desk, "/a%20b.txt").expecting(200)), "a text");
    for path in ["/nothing.js", "/assets/nothing.css", "/tickets/x.png", "/orphan.txt"] {
        assert_eq!(get(&desk, path).problem(), "404 not_found", "{path}");
    }
    // What is the API's, or another route's, stays so.
    assert_eq!(get(&desk, "/api/v1/me").problem(), "401 unauthenticated");
    assert_eq!(get(&desk, "/api/v1/nothing").problem(), "401 unauthenticated");
    assert_eq!(desk.as_user("ann").get("/nothing").send().problem(), "404 not_found");
    assert_eq!(get(&desk, "/health/live").status, 200);
    for path in [
        "/api",
        "/api/own.txt",
        "/%61pi/own.txt",
        "/health",
        "/health/x",
        "/problems",
        "/problems/x",
        "/rate",
        "/metrics/x",
        "/plugins",
        "/plugins/",
        "/plugins/portal/",
    ] {
        assert_eq!(get(&desk, path).problem(), "404 not_found", "{path}");
    }
    // A page is read and nothing else.
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
        let refused = desk.stranger().bare(method, "/tickets").send();
        assert_eq!(refused.problem(), "405 method_not_allowed [GET HEAD]", "{method}");
    }
    assert_eq!(desk.stranger().bare("POST", "/nothing.js").send().problem(), "404 not_found");
    for path in ["/", "/icon.svg"] {
        let (head, whole) = (desk.stranger().bare("HEAD", path).send().expecting(200), get(&desk, path));
        assert!(head.body.is_empty() && !whole.body.is_empty(), "{path}");
        for name in ["content-type", "content-length", "cache-control", "etag", "vary"] {
            assert_eq!(head.header(name), whole.header(name), "{name} of {path}");
        }
    }
}

#[test]
fn a_page_has_a_nonce_of_its_own_and_the_policy_that_names_it() {
    let desk = desk_with(with_portal());
    let nonce = |answer: &Answer| {
        let page = text(answer);
        let nonce = page.split("content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let wanted = format!(
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; \
             font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
             form-action 'self'; frame-ancestors 'none'"
        );
        assert_eq!(answer.header("content-security-policy"), Some(wanted.as_str()));
        assert!(nonce.len() == 24 && nonce.ends_with("=="), "128 bits: {nonce}");
        nonce
    };
    let (first, second) = (get(&desk, "/"), get(&desk, "/tickets/1"));
    assert_ne!(nonce(&first), nonce(&second));
    for (name, value) in [
        ("cache-control", Some("no-store")),
        ("etag", None),
        ("x-content-type-options", Some("nosniff")),
        ("referrer-policy", Some("same-origin")),
        ("cross-origin-opener-policy", Some("same-origin")),
        ("cross-origin-resource-policy", Some("same-origin")),
        ("access-control-allow-origin", None),
        ("content-encoding", None),
    ] {
        assert_eq!(first.header(name), value, "{name}");
    }
    assert!(first.header("permissions-policy").unwrap().contains("camera=()"));
    let always = desk.stranger().bare("GET", "/").header("If-None-Match", "*").header("Accept-Encoding", "br").send();
    assert_eq!((always.status, always.header("content-encoding")), (200, None), "a page is never an old one");
}

#[test]
fn what_bears_its_hash_is_kept_for_ever_and_the_rest_is_asked_for_again() {
    let desk = desk_with(with_portal());
    let script = get(&desk, &format!("/{SCRIPT}"));
    assert_eq!(script.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    let icon = get(&desk, "/icon.svg");
    assert_eq!((icon.header("cache-control"), icon.header("content-type")), (Some("no-cache"), Some("image/svg+xml")));
    assert!(!icon.header("content-security-policy").unwrap().contains("nonce"));
    let tag = icon.header("etag").unwrap().to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = desk.stranger().bare("GET", "/icon.svg").header("If-None-Match", &known).send();
        assert_eq!((again.status, again.body.len()), (304, 0), "{known}");
        for name in ["etag", "cache-control", "vary"] {
            assert_eq!(again.header(name), icon.header(name), "{name}");
        }
    }
    for other in ["\"other\"", "", "icon"] {
        let again = desk.stranger().bare("GET", "/icon.svg").header("If-None-Match", other).send();
        assert_eq!(again.status, 200, "{other}");
    }
}

#[test]
fn compressed_siblings_are_chosen_by_what_is_accepted() {
    let desk = desk_with(with_portal());
    let asking = |accepted: &str| {
        let call = desk.stranger().bare("GET", &format!("/{SCRIPT}"));
        let answer = call.header("Accept-Encoding", accepted).send().expecting(200);
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
        assert_eq!(answer.header("content-type"), Some("text/javascript; charset=utf-8"), "{accepted}");
        (
            answer.header("content-encoding").unwrap_or("-").to_owned(),
            text(&answer),
            answer.header("etag").unwrap().to_owned(),
        )
    };
    let (coding, body, brotli) = asking("gzip, deflate, br, zstd");
    assert_eq!((coding.as_str(), body.as_str()), ("br", "script by brotli"));
    let (coding, body, gzip) = asking("br;q=0.1, gzip;q=0.9");
    assert_eq!((coding.as_str(), body.as_str()), ("gzip", "script by gzip"));
    let (coding, body, plain) = asking("br;q=0, gzip;q=0");
    assert_eq!((coding.as_str(), body.as_str()), ("-", "plain script"));
    assert!(brotli != gzip && gzip != plain && plain != brotli, "each has a tag of its own");
    assert_eq!(asking("identity;q=0, gzip;q=0.1").0, "gzip");
    let twice = desk.stranger().bare("GET", &format!("/{SCRIPT}")).header("Accept-Encoding", "deflate");
    assert_eq!(
        twice.header("Accept-Encoding", "br").send().header("content-encoding"),
        Some("br"),
        "two lines are one"
    );
    let known = desk.stranger().bare("GET", &format!("/{SCRIPT}")).header("Accept-Encoding", "br");
    assert_eq!(known.clone().header("If-None-Match", &brotli).send().status, 304);
    assert_eq!(known.header("If-None-Match", &plain).send().status, 200, "another coding is another answer");
    let icon = desk.stranger().bare("GET", "/icon.svg").header("Accept-Encoding", "br, gzip").send();
    assert_eq!((icon.header("content-encoding"), icon.header("vary")), (None, Some("Accept-Encoding")));
    for own_name in ["/assets/index-DiwrgTda.js.br", "/assets/index-DiwrgTda.js.gz", "/orphan.txt.gz"] {
        assert_eq!(get(&desk, own_name).problem(), "404 not_found", "{own_name}");
    }
}

#[test]
fn no_path_leads_out_of_the_web_root() {
    let desk = desk_with(with_portal().with("plugins/portal/web/secret.txt", "s3cret").with("secret.txt", "s3cret"));
    for path in [
        "/../secret.txt",
        "/..",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/assets\\..\\..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/icon.svg%00",
        "/icon.svg%00.html",
        "/%00",
        "/.env",
        "/%2eenv",
        "/.vite/manifest.json",
        "/./icon.svg",
        "//icon.svg",
        "/assets//index-DiwrgTda.js",
        "/assets%2findex-DiwrgTda.js",
        "/icon.svg/",
        "/%",
        "/%zz",
        "/%ff%fe",
        "/..;/secret.txt",
        "/plugins/../secret.txt",
        "/plugins/portal/../../secret.txt",
        "/plugins/..%2fportal/",
        "/icon.svg.",
        "/ICON.SVG",
    ] {
        let answer = get(&desk, path);
        let harmless = matches!(answer.status, 400 | 404) || text(&answer).contains("<title>Portal</title>");
        assert!(
            harmless && !text(&answer).contains("s3cret") && !text(&answer).contains("hidden"),
            "{path}: {}",
            answer.status
        );
        // Only a folder's own path may be the page's; nothing hostile is.
        assert_eq!(answer.status == 200, path == "/icon.svg/", "{path}: {}", answer.status);
    }
    assert_eq!(get(&desk, &format!("/{}", "a".repeat(5_000))).status, 404);
}

#[test]
fn another_plugins_pages_have_an_origin_of_nobody() {
    let manifest = "name = \"charts\"\nversion = \"1\"\ncontract = 1\n\
        hosts = [\"https://tiles.example.org\", { url = \"http://10.0.0.1:9\", private = true }]\n[web]\nroot = \"pages\"\n";
    let content = with_portal()
        .with("plugins/charts/plugin.toml", manifest)
        .with("plugins/charts/pages/index.html", "<title>Charts</title><p>__CSP_NONCE__")
        .with("plugins/charts/pages/draw.js", "draw()");
    let desk = desk_with(content);
    let moved = get(&desk, "/plugins/charts").expecting(308);
    assert_eq!(moved.header("location"), Some("/plugins/charts/"));
    for path in ["/plugins/charts/", "/plugins/charts/by/month"] {
        let page = get(&desk, path).expecting(200);
        assert!(text(&page).starts_with("<title>Charts</title>") && !text(&page).contains("__CSP_NONCE__"));
    }
    for path in ["/plugins/charts/", "/plugins/charts/draw.js"] {
        let answer = get(&desk, path).expecting(200);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("sandbox allow-scripts allow-forms"), "{policy}");
        assert!(!policy.contains("allow-same-origin") && !policy.contains("10.0.0.1"), "{policy}");
        let reach = format!("{}/plugins/charts/ https://tiles.example.org:443", desk.address());
        assert!(
            policy.contains(&format!("connect-src {reach};")) && policy.contains(&format!("form-action {reach};")),
            "{policy}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"), "no origin of its own, so it must be let");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("cross-origin"));
        assert_eq!(answer.header("set-cookie"), None);
    }
    // What comes with the request is not written into a policy as it is.
    let made_up = desk.stranger().bare("GET", "/plugins/charts/").header("Host", "x; script-src *").send();
    let policy = made_up.header("content-security-policy").unwrap_or_default();
    assert!(!policy.contains("script-src *") && made_up.status != 500, "{policy}");
    for path in [
        "/plugins/charts/no.js",
        "/plugins/charts/../portal/",
        "/plugins/Charts/",
        "/plugins/nothing/",
        "/plugins/asset/",
        "/plugins/charts%2f",
    ] {
        assert_eq!(get(&desk, path).problem(), "404 not_found", "{path}");
    }
    assert_eq!(desk.stranger().bare("POST", "/plugins/charts/").send().problem(), "405 method_not_allowed [GET HEAD]");
    // A page without an origin is refused what changes something, cookie or not.
    let cookie =
        desk.stranger().bare("POST", "/api/v1/tickets").header("Origin", "null").header("Sec-Fetch-Site", "cross-site");
    assert_eq!(cookie.header("Cookie", "maitred=x").send().status, 401);
}
