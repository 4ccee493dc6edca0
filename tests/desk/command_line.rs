//! The command line: what it says, and the exit codes that scripts rely on.

use crate::support::process::{maitred, run};
use crate::support::{Client, Content, Database, Process, Setup, on_both};
use serde_json::json;
use std::io::Write;
use std::process::{Output, Stdio};

/// Exit code, standard output and standard error, in this order.
fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    let parts = [text(&output.stdout), text(&output.stderr)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("exit {}\n{}", output.status.code().unwrap_or(-1), parts.join("\n"))
}

/// The same without what differs from run to run.
fn without(output: &Output, changing: &str) -> String {
    said(output).replace(changing, "[…]")
}

#[test]
fn what_only_looks_makes_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("absent.db");
    let url = format!("sqlite://{}", path.display());
    for arguments in [["verify", "--database", &url], ["check", "--database", &url]] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains("absent.db does not exist"), "{}", said(&output));
        assert!(!path.exists());
    }
}

on_both! {
    fn people_are_disabled_and_enabled(setup: Setup) {
        let url = setup.database.url();
        let say = |command: &str, name: &str| said(&run(&["user", command, name, "--database", &url]));
        assert_eq!(say("disable", "max"), "exit 0\ndisabled max");
        assert_eq!(say("disable", "max"), "exit 0\nmax was not active before");
        assert_eq!(say("enable", "max"), "exit 0\nenabled max");
        assert_eq!(say("disable", "ada"), "exit 1\nerror: this is the last admin who is active");
        assert_eq!(say("disable", "nobody"), "exit 1\nerror: there is nobody called `nobody`");
    }
}

#[test]
fn help_tells_what_there_is() {
    insta::assert_snapshot!(said(&run(&["--help"])), @r#"
    exit 0
    A service desk in one binary: catalog, durable workflows, approvals, service levels.

    Usage: maitred <COMMAND>

    Commands:
      serve        Serve the desk until told to stop
      check        Check a content folder; exit code 1 names every fault with file, line and column
      test         Run the scenarios of a content folder: no database, a virtual clock
      preview      Show all ways that a request may take; writes nothing
      new          Write a schema, a workflow and scenarios of an item to start from
      item         An item as a unit: given to another desk, taken from one, copied
      migrate      Bring the database's tables up to date
      user         People of the directory
      forget       Take a person out of everything that is over, for good; what is open goes on
      openapi      Print the OpenAPI document
      verify       Replay the journals of all open tickets under this binary; changes nothing
      pull         Write the published content out into a folder
      definitions  Write the words of the language as Rhai definitions, for editors
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Exit codes: 0 all is well; 1 refused (faults in the content, scenarios that fail, tickets that do not replay, a username that is taken); 2 a wrong argument or setting; 3 what is needed cannot be had (database, address, file).
    "#);
    insta::assert_snapshot!(said(&run(&["serve", "--help"])), @r#"
    exit 0
    Serve the desk until told to stop

    Usage: maitred serve [OPTIONS]

    Options:
          --config <FILE>   Settings file; `maitred.toml` where there is one
          --database <URL>  `sqlite://PATH` or `postgres://…`
          --listen <ADDR>   Address and port, `127.0.0.1:8080`
          --content <DIR>   Folder that holds `workflows/`, `schemas/` and `plugins/`
          --demo            Give an empty desk its demo people; only on an address of this machine
      -h, --help            Print help
    "#);
    insta::assert_snapshot!(said(&run(&["check", "--help"])), @r#"
    exit 0
    Check a content folder; exit code 1 names every fault with file, line and column

    Usage: maitred check [OPTIONS] [DIR]

    Arguments:
      [DIR]
              Folder that holds `workflows/`, `schemas/` and `plugins/`

    Options:
          --config <FILE>
              Settings file; `maitred.toml` where there is one

          --database <URL>
              Check names of people and groups against this desk

          --demo
              Check names of people and groups against the demo desk

          --translations
              Name shown texts that a language of the policy lacks, and translations that nothing shows any more

          --format <FORMAT>
              How faults are told; `text` when absent

              Possible values:
              - text: As compilers do
              - json: One document for programs

      -h, --help
              Print help (see a summary with '-h')
    "#);
    insta::assert_snapshot!(said(&run(&["user", "add", "--help"])), @r#"
    exit 0
    Add a person

    Usage: maitred user add [OPTIONS] <USERNAME>

    Arguments:
      <USERNAME>  Name to sign in with

    Options:
          --name <NAME>              Name as shown; the username when absent
          --email <EMAIL>            Mail address
          --department <DEPARTMENT>  Department
          --location <LOCATION>      Location
          --language <LANGUAGE>      Language of texts, `en`, `zh`, `ru`
          --manager <USERNAME>       Username of the line manager
          --role <ROLE>              A role; may be repeated. `author:CATEGORY` writes items of a category, `author:*` of every one
          --group <GROUP>            A group, made where there is none of that name; may be repeated
          --password-stdin           Read the password from the first line of standard input; else one is made up and printed once
          --config <FILE>            Settings file; `maitred.toml` where there is one
          --database <URL>           `sqlite://PATH` or `postgres://…`
      -h, --help                     Print help
    "#);
}

#[test]
fn a_wrong_argument_or_setting_is_named_with_its_place() {
    insta::assert_snapshot!(said(&run(&[])), @r#"
    exit 2
    A service desk in one binary: catalog, durable workflows, approvals, service levels.

    Usage: maitred <COMMAND>

    Commands:
      serve        Serve the desk until told to stop
      check        Check a content folder; exit code 1 names every fault with file, line and column
      test         Run the scenarios of a content folder: no database, a virtual clock
      preview      Show all ways that a request may take; writes nothing
      new          Write a schema, a workflow and scenarios of an item to start from
      item         An item as a unit: given to another desk, taken from one, copied
      migrate      Bring the database's tables up to date
      user         People of the directory
      forget       Take a person out of everything that is over, for good; what is open goes on
      openapi      Print the OpenAPI document
      verify       Replay the journals of all open tickets under this binary; changes nothing
      pull         Write the published content out into a folder
      definitions  Write the words of the language as Rhai definitions, for editors
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Exit codes: 0 all is well; 1 refused (faults in the content, scenarios that fail, tickets that do not replay, a username that is taken); 2 a wrong argument or setting; 3 what is needed cannot be had (database, address, file).
    "#);
    insta::assert_snapshot!(said(&run(&["serv"])), @r#"
    exit 2
    error: unrecognized subcommand 'serv'

      tip: some similar subcommands exist: 'user', 'serve'

    Usage: maitred <COMMAND>

    For more information, try '--help'.
    "#);
    insta::assert_snapshot!(said(&run(&["serve", "--listen", "here"])), @r#"
    exit 2
    error: --listen: `listen`: `here` is not an address with a port like `127.0.0.1:8080`
    "#);
    insta::assert_snapshot!(said(&run(&["serve", "--database", "mysql://x"])), @r#"
    exit 2
    error: --database: `database`: the value is not `sqlite://PATH` or `postgres://…`
    "#);
    insta::assert_snapshot!(said(&maitred(&["serve"]).env("MAITRED_HTTP_WORKERS", "many").output().unwrap()), @r#"
    exit 2
    error: environment variable MAITRED_HTTP_WORKERS: `http.workers`: `many` is not a number of threads from 0 (one per core) to 1024
    "#);
    insta::assert_snapshot!(said(&maitred(&["serve"]).env("MAITRED_LISTN", "x").output().unwrap()), @r#"
    exit 2
    error: environment variable MAITRED_LISTN: there is no setting `listn`; did you mean `listen`?
    "#);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("maitred.toml");
    let path = file.to_str().unwrap();
    let with = |text: &str| {
        std::fs::write(&file, text).unwrap();
        without(&run(&["serve", "--config", path]), path)
    };
    insta::assert_snapshot!(with("listen = \"127.0.0.1:0\"\n[http]\nworkers = \"many\"\n"), @r#"
    exit 2
    error: […]:3:11: `http.workers`: `many` is not a number of threads from 0 (one per core) to 1024
    "#);
    insta::assert_snapshot!(with("listn = \"127.0.0.1:0\"\n"), @r#"
    exit 2
    error: […]:1:1: there is no setting `listn`; did you mean `listen`?
    "#);
    insta::assert_snapshot!(with("listen = \n"), @r#"
    exit 2
    error: […]:1:10: string values must be quoted, expected literal string
    "#);
    insta::assert_snapshot!(without(&run(&["serve", "--config", "/nowhere/maitred.toml"]), "?"), @r#"
    exit 2
    error: --config: /nowhere/maitred.toml cannot be read: No such file or directory (os error 2)
    "#);
}

#[test]
fn what_cannot_be_had_is_told_with_another_code() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let database = Database::sqlite();
    let content = Content::Shipped.path();
    let arguments =
        ["serve", "--listen", &address, "--database", &database.url(), "--content", content.to_str().unwrap()];
    insta::assert_snapshot!(without(&maitred(&arguments).env("MAITRED_LOG_FILTER", "error").output().unwrap(), &address), @r#"
    exit 3
    error: cannot listen on […]: Address already in use (os error 98)
    "#);
    let gone = run(&["migrate", "--database", "postgres://nobody@127.0.0.1:1/nothing"]);
    assert_eq!(gone.status.code(), Some(3), "{}", said(&gone));
    assert!(!said(&gone).contains("nobody@"), "{}", said(&gone));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let none = run(&[
        "serve",
        "--database",
        &database.url(),
        "--content",
        &format!("{path}/missing"),
        "--listen",
        "127.0.0.1:0",
    ]);
    insta::assert_snapshot!(without(&none, path), @r#"
    exit 1
    workflows/policy.toml: error: the file is missing [policy]
    1 error
    "#);
}

#[test]
fn the_demo_is_not_served_to_others() {
    let database = Database::empty_sqlite();
    let arguments = ["serve", "--demo", "--listen", "0.0.0.0:0", "--database", &database.url()];
    insta::assert_snapshot!(said(&run(&arguments)), @r#"
    exit 2
    error: --listen: the demo desk is refused on 0.0.0.0:0: everybody's password is their name, and others can reach this address; listen on 127.0.0.1
    "#);
}

#[test]
fn one_process_serves_a_file() {
    let database = Database::sqlite();
    let _first = Process::serve(&database, &Content::Shipped);
    let url = database.url();
    let path = url.strip_prefix("sqlite://").unwrap();
    let second = run(&["serve", "--database", &url, "--listen", "127.0.0.1:0"]);
    insta::assert_snapshot!(without(&second, path), @r#"
    exit 3
    error: the database cannot be used: […] is in use by another maitred; a file serves one at a time
    "#);
}

#[test]
fn the_document_is_the_one_that_is_served() {
    let database = Database::sqlite();
    let process = Process::serve(&database, &Content::Shipped);
    let printed: serde_json::Value = serde_json::from_slice(&run(&["openapi"]).stdout).unwrap();
    assert_eq!(printed, process.as_user("ann").get("/openapi.json").expect(200).json());
}

on_both! {
    fn people_are_added_and_sign_in(setup: Setup) {
        let database = setup.database;
        let url = database.url();
        let add = |arguments: &[&str], input: &str| {
            let all: Vec<&str> = ["user", "add"].iter().chain(arguments).chain(&["--database", &url]).copied().collect();
            let mut child =
                maitred(&all).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
            said(&child.wait_with_output().unwrap())
        };
        let zoe = ["zoe", "--name", "Zoe Park", "--role", "agent", "--group", "service-desk", "--manager", "sam", "--password-stdin"];
        insta::assert_snapshot!(add(&zoe, "correct horse\n"), @r#"
        exit 0
        added zoe
        "#);
        insta::assert_snapshot!(add(&zoe, "correct horse\n"), @r#"
        exit 1
        error: `zoe` exists already
        "#);
        insta::assert_snapshot!(add(&["yan", "--manager", "nobody", "--password-stdin"], "x\n"), @r#"
        exit 1
        error: there is nobody called `nobody`
        "#);
        insta::assert_snapshot!(add(&["yan", "--role", "boss"], ""), @r#"
        exit 2
        error: invalid value 'boss' for '--role <ROLE>': the roles are requester, agent, handler, approver, service_request_manager, knowledge_manager, author, admin, integrator, auditor; an author's may name a category: author:hardware

        For more information, try '--help'.
        "#);
        insta::assert_snapshot!(add(&["y an", "--password-stdin"], "x\n"), @r#"
        exit 1
        error: a username has 1 to 64 letters, digits, dots, dashes, underscores or @
        "#);
        insta::assert_snapshot!(add(&["yan", "--password-stdin"], ""), @r#"
        exit 1
        error: standard input holds no password
        "#);
        let made_up = add(&["yan"], "");
        assert!(made_up.starts_with("exit 0\nadded yan; the password, shown this once: "), "{made_up}");
        let process = Process::serve(&database, &Content::Shipped);
        let sign_in = |name: &str, password: &str| {
            let address = process.as_user("ann").address();
            Client::stranger(address).post("/session", json!({"username": name, "password": password})).send()
        };
        insta::assert_snapshot!(sign_in("zoe", "correct horse").at("/user"), @r#"{"categories":[],"department":null,"email":null,"groups":["service-desk"],"language":"en","location":null,"manager":"sam","may":["ask","ask_for_anybody","see_tickets","accept_tickets","write_notes","see_groups"],"name":"Zoe Park","policy_roles":[],"roles":["requester","agent"],"staff":true,"username":"zoe","zone":"UTC"}"#);
        assert_eq!(sign_in("yan", made_up.rsplit(' ').next().unwrap()).status, 200);
    }

    fn a_desk_without_the_demo_tells_the_admin_a_password_once(setup: Setup) {
        let database = if setup.database.is_sqlite() { Database::empty_sqlite() } else { Database::empty_postgres().unwrap() };
        drop(setup);
        let url = database.url();
        let migrated = said(&run(&["migrate", "--database", &url]));
        let shipped = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite")).unwrap().count();
        assert!(migrated.starts_with("exit 0\ndone: 0001\n"), "{migrated}");
        assert_eq!(migrated.lines().filter(|line| line.starts_with("done: ")).count(), shipped);
        insta::assert_snapshot!(said(&run(&["migrate", "--database", &url])), @r#"
        exit 0
        the tables are up to date
        "#);
        insta::assert_snapshot!(said(&run(&["verify", "--database", &url])), @r#"
        exit 0
        0 open tickets replay, 0 do not
        "#);
        let content = Content::Shipped.path();
        let start = || {
            let arguments = ["serve", "--listen", "127.0.0.1:0", "--database", &url, "--content", content.to_str().unwrap()];
            Process::start(&arguments)
        };
        let (process, first) = start();
        let password = first.iter().find_map(|line| line.split("one-time password ").nth(1)).unwrap().trim().to_owned();
        let wish = json!({"username": "admin", "password": password});
        let admin = Client::stranger(process.address()).post("/session", wish).expect(200);
        assert_eq!(admin.at("/user/roles"), json!(["requester", "admin"]));
        drop(process);
        let (_process, again) = start();
        assert!(!again.iter().any(|line| line.contains("password")), "{again:?}");
    }
}
