//! Manifests as plugin authors write them, right and wrong.

use super::*;

const GOOD: &str = r#"
name = "asset"
version = "1.0.0"
contract = 1
runtime = "script"
provides = ["asset"]
events = []
hosts = ["https://assets.example.org:443", { url = "http://127.0.0.1:9", private = true }, { setting = "neighbour" }]
secrets = ["ASSET_TOKEN"]
[functions.reserve]
input = "schemas/reserve.in.json"
output = "schemas/reserve.out.json"
undo = "release"
time_limit = "10s"
attempts = 8
[functions.release]
[settings]
schema = "schemas/settings.json"
[web]
root = "web/dist"
"#;

fn faults(text: &str) -> Vec<Fault> {
    Manifest::parse("asset", "plugins/asset/plugin.toml", text).unwrap_err()
}

#[test]
fn the_manifest_of_the_contract_is_read() {
    let manifest = Manifest::parse("asset", "plugins/asset/plugin.toml", GOOD).unwrap();
    let reserve = manifest.functions.get("reserve").unwrap();
    assert_eq!(reserve.undo.as_deref(), Some("release"));
    assert_eq!(reserve.time_limit, Duration::from_secs(10));
    assert_eq!(reserve.attempts, 8);
    let private: Vec<bool> = manifest
        .hosts
        .iter()
        .map(|host| match host {
            Host::Fixed { private, .. } | Host::Setting { private, .. } => *private,
        })
        .collect();
    assert_eq!(private, [false, true, false]);
    assert_eq!(manifest.runtime, Runtime::Script);
    assert_eq!(manifest.web.as_deref(), Some("web/dist"));
}

#[test]
fn an_unknown_key_is_named_with_its_place() {
    let wrong = GOOD.replace("attempts = 8", "atempts = 8");
    let found = faults(&wrong);
    assert_eq!((found[0].line, found[0].column), (15, 1));
    assert!(found[0].message.contains("unknown field `atempts`"), "{}", found[0]);
    for (good, wrong) in [("private = true", "privat = true"), ("root =", "rot ="), ("schema =", "scheme =")] {
        assert!(faults(&GOOD.replace(good, wrong))[0].line > 1, "{wrong}");
    }
}

#[test]
fn every_fault_is_found_at_once_with_its_place() {
    let wrong = GOOD
        .replace("contract = 1", "contract = 2")
        .replace("\"release\"", "\"relese\"")
        .replace("\"10s\"", "\"10 seconds\"")
        .replace("ASSET_TOKEN", "asset-token")
        .replace("web/dist", "../../etc");
    let found = faults(&wrong);
    let lines: Vec<u32> = found.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [4, 9, 13, 14, 20]);
    assert_eq!(found[2].hint.as_deref(), Some("did you mean \"release\"?"));
}

#[test]
fn the_name_is_that_of_the_folder() {
    let found = Manifest::parse("cmdb", "plugins/cmdb/plugin.toml", GOOD).unwrap_err();
    assert_eq!((found[0].line, found[0].column), (2, 8));
}

#[test]
fn the_http_runtime_needs_a_url() {
    assert_eq!(faults(&GOOD.replace("\"script\"", "\"http\"")).len(), 1);
    let with_url = GOOD.replace("\"script\"", "\"http\"\nurl = \"https://assets.example.org/v1\"");
    let manifest = Manifest::parse("asset", "plugins/asset/plugin.toml", &with_url).unwrap();
    assert!(matches!(manifest.runtime, Runtime::Http(_)));
}

#[test]
fn a_host_is_an_origin_and_nothing_more() {
    for wrong in
        ["ftp://a.example", "https://a.example/path", "https://user@a.example", "https://*.example", "a.example"]
    {
        let found = faults(&GOOD.replace("https://assets.example.org:443", wrong));
        assert_eq!((found.len(), found[0].line), (1, 8), "{wrong}");
    }
}

const PAGES: &str = "name = \"portal\"\nversion = \"0.1.0\"\ncontract = 1\n[web]\nroot = \"web/dist\"\n";

#[test]
fn a_plugin_may_be_pages_alone() {
    let manifest = Manifest::parse("portal", "plugins/portal/plugin.toml", PAGES).unwrap();
    assert_eq!(manifest.runtime, Runtime::Pages);
    assert_eq!(manifest.web.as_deref(), Some("web/dist"));
    assert!(manifest.provides.is_empty(), "no workflow can call it");
}

#[test]
fn what_would_have_to_be_run_needs_a_runtime() {
    let found = |text: &str| Manifest::parse("portal", "plugins/portal/plugin.toml", text).unwrap_err();
    let nothing = found(PAGES.split("[web]").next().unwrap());
    assert_eq!((nothing[0].line, nothing[0].column), (1, 8));
    assert!(nothing[0].message.contains("`runtime`") && nothing[0].message.contains("`[web]`"), "{}", nothing[0]);
    let more =
        "contract = 1\nurl = \"https://a.example\"\nprovides = [\"portal\"]\nsecrets = [\"TOKEN\"]\n[functions.ask]\n";
    let faults = found(&PAGES.replace("contract = 1\n", more));
    let told: Vec<(u32, &str)> = faults.iter().map(|it| (it.line, it.message.split(' ').next().unwrap())).collect();
    assert_eq!(told, [(7, "`functions`"), (4, "`url`"), (5, "`provides`"), (6, "`secrets`")]);
}
