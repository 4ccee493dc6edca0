//! The folders of plugins' pages: what may lie in them, what stands there until
//! they are built, and that they are served anew when they are built anew.

use crate::support::process::{maitred, run};
use crate::support::{Content, Database, Process};
use crate::web_pages::{PORTAL, desk_with, get, text, with_portal};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

fn dist(content: &Content) -> PathBuf {
    content.path().join("plugins/portal/web/dist")
}

fn check(content: &Content) -> String {
    let said = run(&["check", content.path().to_str().unwrap()]);
    format!("{:?} {}", said.status.code(), String::from_utf8_lossy(&[said.stdout, said.stderr].concat()))
}

#[test]
fn links_stay_within_and_what_is_too_much_is_a_fault() {
    use std::os::unix::fs::symlink;
    let content = with_portal();
    symlink("icon.svg", dist(&content).join("same.svg")).unwrap();
    assert_eq!(text(&get(&desk_with(content), "/same.svg").expecting(200)), "<svg/>");

    let faulty = |spoil: &dyn Fn(&Path)| {
        let content = with_portal();
        spoil(&dist(&content));
        let told = check(&content);
        let (database, folder) = (Database::empty_sqlite(), content.path());
        let served = run(&[
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--database",
            &database.url(),
            "--content",
            folder.to_str().unwrap(),
        ]);
        let said = String::from_utf8_lossy(&served.stderr).into_owned();
        assert_eq!(served.status.code(), Some(1), "{said}");
        let line = told.lines().find(|line| line.contains("error")).unwrap().trim_start_matches("Some(1) ").to_owned();
        assert!(said.contains(&line), "{said} lacks {line}");
        line
    };
    let out = faulty(&|dist| symlink("/etc/hostname", dist.join("out.txt")).unwrap());
    assert_eq!(out, "plugins/portal/web/dist/out.txt: error: a link that leads out of the web root [file]");
    let folder = faulty(&|dist| symlink("../..", dist.join("up")).unwrap());
    assert_eq!(folder, "plugins/portal/web/dist/up: error: a link that leads out of the web root [file]");
    let round = faulty(&|dist| symlink(".", dist.join("round")).unwrap());
    assert!(round.starts_with("plugins/portal/web/dist/round: error: it cannot be read, or is a link"), "{round}");
    let root = faulty(&|dist| {
        let elsewhere = dist.parent().unwrap().parent().unwrap().parent().unwrap().join("elsewhere");
        std::fs::rename(dist, &elsewhere).unwrap();
        symlink(&elsewhere, dist).unwrap();
    });
    assert!(
        root.contains("plugins/portal/web/dist: error: the folder is a link that leads out of the plugin's"),
        "{root}"
    );
    let large =
        faulty(&|dist| std::fs::File::create(dist.join("large.bin")).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap());
    assert_eq!(large, "plugins/portal/web/dist: error: more than 64 MiB [file]");
    let many =
        faulty(&|dist| (0..5_000).for_each(|n| drop(std::fs::File::create(dist.join(format!("{n}.txt"))).unwrap())));
    assert_eq!(many, "plugins/portal/web/dist: error: more than 5000 files [file]");
}

#[test]
fn a_portal_that_is_not_built_is_told_and_the_desk_serves() {
    let content = Content::bare().with("plugins/portal/plugin.toml", PORTAL).with("plugins/portal/package.json", "{}");
    let desk = desk_with(content);
    let page = get(&desk, "/").expecting(200);
    let missing =
        "plugins/portal/web/dist is not there: build it with npm (`npm ci &amp;&amp; npm run build` in plugins/portal)";
    assert!(text(&page).contains(missing) && text(&page).contains("href=\"/api/v1/docs/\""), "{}", text(&page));
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
    assert_eq!(get(&desk, "/tickets").problem(), "404 not_found");
    assert_eq!(desk.stranger().bare("POST", "/").send().problem(), "405 method_not_allowed [GET HEAD]");
    let without = desk_with(Content::bare());
    assert!(text(&get(&without, "/").expecting(200)).contains("no plugin of that name"));

    let (database, content) = (Database::empty_sqlite(), Content::bare().with("plugins/portal/plugin.toml", PORTAL));
    assert!(check(&content).starts_with("Some(0)"), "it is no fault");
    let (url, folder) = (database.url(), content.path());
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--database", &url, "--content", folder.to_str().unwrap()];
    let mut process = maitred(&arguments)
        .env("MAITRED_LOG_FILTER", "warn")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
    let line = said.into_iter().find(|line| line.contains("web/dist"));
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(
        line.as_ref().is_some_and(|line| line.contains("plugins/portal/web/dist is not there: build it with npm")),
        "{line:?}"
    );
}

#[test]
fn a_portal_that_is_built_anew_is_served_anew() {
    let (database, content) = (Database::empty_sqlite(), Content::bare().with("plugins/portal/plugin.toml", PORTAL));
    let process = Process::serve(&database, &content);
    let page = |path: &str| text(&process.as_user("ann").bare("GET", path).send());
    assert!(page("/").contains("no portal to show"));
    let built = dist(&content);
    std::fs::create_dir_all(built.join("assets")).unwrap();
    std::fs::write(built.join("assets/a.js"), "one").unwrap();
    std::fs::write(built.join("index.html"), "<title>One</title>").unwrap();
    process.wait_for("the first build is served", || page("/").contains("One"));
    assert_eq!(page("/assets/a.js"), "one");
    // As a bundler does: all is taken away, then written. Meanwhile the former stays.
    std::fs::remove_dir_all(&built).unwrap();
    std::fs::create_dir_all(built.join("assets")).unwrap();
    std::fs::write(built.join("assets/b.js"), "two").unwrap();
    assert!(page("/").contains("One"));
    std::fs::write(built.join("index.html"), "<title>Two</title>").unwrap();
    process.wait_for("the second build is served", || page("/").contains("Two") && page("/assets/b.js") == "two");
    assert!(!page("/assets/a.js").contains("one"), "what is gone is gone");
    std::os::unix::fs::symlink("/etc/hostname", built.join("out.txt")).unwrap();
    std::fs::write(built.join("index.html"), "<title>Three</title>").unwrap();
    let title = "name = \"portal\"\nversion = \"2\"\ncontract = 1\n";
    std::fs::write(content.path().join("plugins/portal/plugin.toml"), format!("{title}[web]\nroot = \"other\"\n"))
        .unwrap();
    process
        .wait_for("a root that the manifest names no more is not served", || page("/").contains("There is no portal"));
    std::fs::write(content.path().join("plugins/portal/plugin.toml"), PORTAL).unwrap();
    std::fs::remove_file(built.join("out.txt")).unwrap();
    process.wait_for("what was mended is served", || page("/").contains("Three"));
}

#[test]
fn sources_of_pages_are_no_content() {
    let content = with_portal()
        .with("plugins/portal/package.json", "{ not read")
        .with("plugins/portal/tsconfig.json", "{ not read")
        .with("plugins/portal/src/words.json", "{ not read")
        .with("plugins/portal/node_modules/a/package.json", "{ not read")
        .with("plugins/portal/web/src/words.json", "{ not read")
        .with("plugins/portal/web/node_modules/a/b.toml", "not = [read")
        .with("plugins/portal/schemas/settings.json", "{}");
    let files = maitred::desk::content::read_folder(&content.path()).unwrap();
    let own: Vec<&String> = files.keys().filter(|path| path.starts_with("plugins/")).collect();
    assert_eq!(own, ["plugins/portal/plugin.toml", "plugins/portal/schemas/settings.json"]);
    let told = check(&content);
    assert!(told.starts_with("Some(0)"), "{told}");
    let needs = check(&Content::bare().with("plugins/portal/plugin.toml", &format!("{PORTAL}[functions.ask]\n")));
    assert!(
        needs.contains(
            "plugins/portal/plugin.toml:6:12: error: `functions` needs a `runtime`; pages alone have none [manifest]"
        ),
        "{needs}"
    );
    let neither = check(&Content::bare().with("plugins/portal/plugin.toml", PORTAL.split("[web]").next().unwrap()));
    assert!(neither.contains("plugins/portal/plugin.toml:1:8: error: a plugin has a `runtime`"), "{neither}");
    let outside = check(&Content::bare().with("plugins/portal/plugin.toml", &PORTAL.replace("web/dist", "../asset")));
    assert!(
        outside.contains("plugins/portal/plugin.toml:5:8: error: a path is relative to the plugin's folder"),
        "{outside}"
    );
}
