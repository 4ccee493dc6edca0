//! Layers, places, and the example file.

use super::sources::variable_of;
use super::*;

const EXAMPLE: &str = include_str!("../../../maitred.toml");

fn file(text: &str) -> Sources {
    Sources { file: Some(("maitred.toml".to_owned(), text.to_owned())), ..Sources::default() }
}
fn environment(pairs: &[(&str, &str)]) -> Sources {
    let environment = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Sources { environment, ..Sources::default() }
}
fn flags(pairs: &[(&'static str, &'static str, &str)]) -> Vec<Flag> {
    pairs.iter().filter_map(|(key, flag, text)| Flag::text(key, flag, Some(&(*text).to_owned()))).collect()
}
fn error(sources: &Sources) -> String {
    Settings::from_sources(sources).err().unwrap().to_string()
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let mut sources = file("listen = \"127.0.0.1:1\"\ncontent = \"file\"\n[http]\nworkers = 1\n");
    sources.environment = environment(&[("MAITRED_LISTEN", "127.0.0.1:2"), ("MAITRED_HTTP_WORKERS", "2")]).environment;
    sources.flags = flags(&[("listen", "--listen", "localhost:3")]);
    let settings = Settings::from_sources(&sources).unwrap();
    assert_eq!(settings.http.listen.to_string(), "127.0.0.1:3");
    assert_eq!(settings.http.workers, Some(2));
    assert_eq!(settings.content, Path::new("file"));
    assert_eq!(settings.database, "sqlite://data/maitred.db");
}

#[test]
fn a_wrong_value_is_named_with_its_place() {
    let wrong = "demo = false\n[http]\nworkers = \"four\"\n";
    let expected = "maitred.toml:3:11: `http.workers`: `four` is not a number of threads from 0 (one per core) to 1024";
    assert_eq!(error(&file(wrong)), expected);
    let expected = "environment variable MAITRED_LOG_FORMAT: `log.format`: `yaml` is not `text` or `json`";
    assert_eq!(error(&environment(&[("MAITRED_LOG_FORMAT", "yaml")])), expected);
    let sources = Sources { flags: flags(&[("listen", "--listen", "8080")]), ..Sources::default() };
    assert_eq!(error(&sources), "--listen: `listen`: `8080` is not an address with a port like `127.0.0.1:8080`");
    assert!(error(&file("[http]\nkeep_alive = 75\n")).contains("`75` is not a time like"));
    assert!(error(&file("public_url = \"desk.example.org\"")).starts_with("maitred.toml:1:14: `public_url`"));
}

#[test]
fn an_unknown_setting_is_named_with_its_place_and_the_nearest() {
    let expected = "maitred.toml:2:1: there is no setting `http.wokers`; did you mean `http.workers`?";
    assert_eq!(error(&file("[http]\nwokers = 4\n")), expected);
    assert!(
        error(&environment(&[("MAITRED_DATABSE", "x")]))
            .starts_with("environment variable MAITRED_DATABSE: there is no")
    );
    assert_eq!(
        error(&file("[http.deep]\nworkers = 4\n")),
        "maitred.toml:1:1: `http.deep` wants a text, a whole number, `true` or `false`"
    );
}

#[test]
fn broken_toml_is_named_with_its_place() {
    assert!(error(&file("listen = \"127.0.0.1:1\"\nlisten = 3\n")).starts_with("maitred.toml:2:1: "));
    assert!(error(&file("[http\n")).starts_with("maitred.toml:1:"));
}

#[test]
fn a_password_in_a_database_url_is_not_repeated() {
    let message = error(&environment(&[("MAITRED_DATABASE", "mysql://me:s3cret@host/x")]));
    assert!(!message.contains("s3cret"), "{message}");
    let debug =
        format!("{:?}", Settings::from_sources(&environment(&[("MAITRED_SECRET_ASSET_TOKEN", "s3cret")])).unwrap());
    assert!(!debug.contains("s3cret") && debug.contains("ASSET_TOKEN"), "{debug}");
}

#[test]
fn the_demo_desk_is_refused_where_others_can_reach_it() {
    let mut sources = file("listen = \"0.0.0.0:8080\"\n");
    sources.flags = Flag::switch("demo", "--demo", true).into_iter().collect();
    let message = error(&sources);
    assert!(message.starts_with("maitred.toml:1:10: the demo desk is refused on 0.0.0.0:8080"), "{message}");
    sources.file = None;
    assert!(Settings::from_sources(&sources).is_ok_and(|settings| settings.demo));
}

#[test]
fn from_a_demo_desk_nothing_leaves_unless_it_is_said() {
    let leaving =
        |text: &str| Settings::from_sources(&file(text)).unwrap().installation().leaving.map(|rule| rule.mode);
    assert_eq!(leaving("demo = false\n"), None, "the policy says it");
    assert_eq!(leaving("demo = true\n"), Some(Mode::Capture));
    assert_eq!(leaving("demo = true\n[outgoing]\nmode = \"send\"\n"), Some(Mode::Send));
    let message = error(&file("[outgoing]\nmode = \"redirect\"\n"));
    assert!(message.starts_with("maitred.toml:2:8: `redirect` wants `outgoing.redirect_to`"), "{message}");
    let message = error(&file("[outgoing]\ncalls_to = \"http://127.0.0.1:1\"\n"));
    assert!(message.starts_with("maitred.toml:2:12: nothing is redirected without"), "{message}");
    assert!(error(&file("[outgoing]\nmode = \"hide\"\n")).contains("`hide` is not `send`, `capture` or `redirect`"));
}

#[test]
fn plugins_have_tables_and_secrets_have_files_or_variables() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("token");
    std::fs::write(&path, "from-a-file\n").unwrap();
    let text =
        format!("[plugins.asset]\nsite = \"sh\"\nstock = 4\n[secrets]\nASSET_TOKEN = {path:?}\nOTHER = {path:?}\n");
    let mut sources = file(&text);
    sources.environment = environment(&[("MAITRED_SECRET_OTHER", "from-a-variable")]).environment;
    let settings = Settings::from_sources(&sources).unwrap();
    assert_eq!(serde_json::json!(settings.plugins), serde_json::json!({"asset": {"site": "sh", "stock": 4}}));
    let secrets: Vec<_> = settings.secrets.0.values().map(String::as_str).collect();
    assert_eq!(secrets, ["from-a-file", "from-a-variable"]);
    assert!(
        error(&file("[secrets]\nA = \"/nowhere\"\n"))
            .starts_with("maitred.toml:2:1: `A`: the secret's file cannot be read")
    );
    assert!(
        error(&file("[plugins]\nasset = 4\n"))
            .starts_with("maitred.toml:2:1: `asset`: a plugin's settings are a table")
    );
}

#[test]
fn the_example_shows_every_setting_and_sets_the_defaults() {
    let settings = Settings::from_sources(&file(EXAMPLE)).unwrap();
    let defaults = Settings::default();
    assert_eq!(format!("{settings:?}"), format!("{defaults:?}"));
    // Settings without a default stand behind a `#` that touches them.
    let all: Vec<String> = EXAMPLE
        .lines()
        .map(|line| {
            line.strip_prefix('#').filter(|rest| rest.starts_with(char::is_alphabetic)).unwrap_or(line).to_owned()
        })
        .collect();
    let layers = file(&all.join("\n")).layers().unwrap();
    for entry in ENTRIES {
        assert!(layers.iter().any(|layer| layer.key == entry.key), "maitred.toml does not show `{}`", entry.key);
    }
    assert!(EXAMPLE.contains("[plugins.") && EXAMPLE.contains("[secrets]"));
}

#[test]
fn every_setting_has_a_variable_of_its_own() {
    let names: std::collections::BTreeSet<_> = ENTRIES.iter().map(|entry| variable_of(entry.key)).collect();
    assert_eq!(names.len(), ENTRIES.len());
    assert_eq!(variable_of("http.keep_alive"), "MAITRED_HTTP_KEEP_ALIVE");
}
