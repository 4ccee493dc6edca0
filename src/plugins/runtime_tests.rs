//! Plugins called as the scheduler calls them: the shipped asset register, and
//! small ones made for a test.

use super::*;
use crate::plugins::key_value::memory::Memory;
use crate::plugins::neighbour::Neighbour;
use crate::plugins::outbound::Passage;
use crate::plugins::outbound::open::way;
use crate::script::STACK_BYTES;
use serde_json::json;
use std::io::Write;
use std::path::Path;

const TOKEN: &str = "s3cr3t-value";
const MANIFEST: &str = "name = \"cmdb\"\nversion = \"1\"\ncontract = 1\nruntime = \"script\"\n[functions.find]\n";

/// The files of the repository's plugins that have functions; not their pages.
fn shipped() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = walkdir::WalkDir::new(root.join("plugins/asset")).into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// A plugin `cmdb` with one function `find` and the body of its script.
fn small(manifest: &str, body: &str) -> BTreeMap<String, String> {
    BTreeMap::from([
        ("plugins/cmdb/plugin.toml".to_owned(), format!("{MANIFEST}{manifest}")),
        ("plugins/cmdb/main.rhai".to_owned(), format!("fn call_find(args, call) {{ {body} }}")),
    ])
}

fn installation(settings: Json) -> Installation {
    let settings = BTreeMap::from([("asset".to_owned(), settings.as_object().unwrap().clone())]);
    let secrets = BTreeMap::from([("ASSET_TOKEN".to_owned(), TOKEN.to_owned())]);
    Installation { settings, secrets: Arc::new(secrets), ..Installation::default() }
}

fn load(files: &BTreeMap<String, String>) -> Plugins {
    let found = Plugins::load(files, &Installation::default());
    found.unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn request(plugin: &str, function: &str, arguments: Json, key: &str) -> Request {
    Request { plugin: plugin.to_owned(), function: function.to_owned(), arguments, key: key.to_owned(), attempt: 1 }
}

fn reserve(model: &str, key: &str) -> Request {
    request("asset", "reserve", json!({ "model": model }), key)
}

fn find() -> Request {
    request("cmdb", "find", json!({}), "1/1/0")
}

/// Runs on a thread with the stack of scripts.
fn on_script_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).unwrap().join().unwrap()
    })
}

fn call(plugins: &Plugins, request: &Request, store: &Arc<dyn KeyValue>) -> Reply {
    on_script_thread(|| plugins.call(request, store, &way(Passage::Open)))
}

fn memory() -> Arc<dyn KeyValue> {
    Arc::new(Memory::default())
}

#[test]
fn a_reservation_is_made_once_for_each_key() {
    let (plugins, store) = (load(&shipped()), memory());
    let first = call(&plugins, &reserve("light", "1/1/4"), &store);
    assert_eq!(first, Reply::Done(json!({ "tag": "LT-000001", "model": "light", "price": 900 })));
    assert_eq!(call(&plugins, &reserve("light", "1/1/4"), &store), first, "a repeat gets the same piece");
    let other = call(&plugins, &reserve("any model", "2/1/4"), &store);
    assert_eq!(other, Reply::Done(json!({ "tag": "LT-000002", "model": "any model", "price": 1200 })));
}

#[test]
fn an_empty_shelf_refuses_until_a_piece_comes_back() {
    let plugins = Plugins::load(&shipped(), &installation(json!({ "pieces": 1 }))).unwrap();
    let store = memory();
    let Reply::Done(piece) = call(&plugins, &reserve("pro", "a"), &store) else { panic!("one is left") };
    let refused = call(&plugins, &reserve("pro", "b"), &store);
    assert!(matches!(&refused, Reply::Refused { code, .. } if code == "out_of_stock"), "{refused:?}");
    let release = request("asset", "release", piece, "undo");
    assert_eq!(call(&plugins, &release, &store), Reply::Done(json!({ "tag": "LT-000001", "released": true })));
    assert_eq!(call(&plugins, &release, &store), Reply::Done(json!({ "tag": "LT-000001", "released": false })));
    assert!(matches!(call(&plugins, &reserve("pro", "b"), &store), Reply::Done(_)));
}

#[test]
fn pieces_taken_at_the_same_time_are_different_ones() {
    let (plugins, store) = (load(&shipped()), memory());
    let tags: std::collections::BTreeSet<String> = std::thread::scope(|scope| {
        let take = |n: usize| {
            let (plugins, store) = (&plugins, &store);
            move || match plugins.call(&reserve("light", &n.to_string()), store, &way(Passage::Open)) {
                Reply::Done(piece) => piece["tag"].as_str().unwrap().to_owned(),
                other => panic!("{other:?}"),
            }
        };
        let spawn = |n| std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, take(n)).unwrap();
        let threads: Vec<_> = (0..8).map(spawn).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(tags.len(), 8);
}

#[test]
fn a_neighbour_is_asked_for_the_key_before_anything_is_made() {
    let neighbour = Neighbour::new(|request| {
        assert!(request.contains("authorization: Bearer s3cr3t-value"), "{request}");
        let (status, body) = match request.split(' ').take(2).collect::<Vec<_>>()[..] {
            ["GET", "/api/reservations/1%2F1%2F4"] => ("404 Not Found", json!({})),
            ["POST", "/api/reservations"] => ("201 Created", json!({ "tag": "N-7", "price": 899.5 })),
            ref other => panic!("{other:?}"),
        };
        let body = body.to_string();
        format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    });
    let plugins = Plugins::load(&shipped(), &installation(json!({ "neighbour": neighbour.url("/api") }))).unwrap();
    let reply = call(&plugins, &reserve("light", "1/1/4"), &memory());
    assert_eq!(reply, Reply::Done(json!({ "tag": "N-7", "model": "light", "price": 899.5 })));
    assert_eq!(neighbour.served(), 2);
}

#[test]
fn a_neighbours_outage_is_a_failure_worth_another_attempt() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    let plugins = Plugins::load(&shipped(), &installation(json!({ "neighbour": url }))).unwrap();
    let reply = call(&plugins, &reserve("light", "1/1/4"), &memory());
    assert!(
        matches!(&reply, Reply::Failed { retry: true, message } if message.contains("cannot be reached")),
        "{reply:?}"
    );
}

#[test]
fn wrong_arguments_are_refused_and_functions_that_are_not_there_fail_for_good() {
    let (plugins, store) = (load(&shipped()), memory());
    let refused = call(&plugins, &request("asset", "reserve", json!({ "modell": "light" }), "a"), &store);
    assert!(matches!(&refused, Reply::Refused { code, .. } if code == "arguments"), "{refused:?}");
    for wrong in [request("asset", "paint", json!({}), "a"), request("cmdb", "find", json!({}), "a")] {
        let reply = call(&plugins, &wrong, &store);
        assert!(matches!(reply, Reply::Failed { retry: false, .. }), "{reply:?}");
    }
}

#[test]
fn an_answer_out_of_its_schema_is_no_answer() {
    let mut files = small("output = \"out.json\"", "#{ tag: 5 }");
    let schema = json!({ "properties": { "tag": { "type": "string" } } });
    files.insert("plugins/cmdb/out.json".to_owned(), schema.to_string());
    let reply = call(&load(&files), &find(), &memory());
    assert!(matches!(&reply, Reply::Failed { retry: true, message } if message.contains("/tag")), "{reply:?}");
}

#[test]
fn what_goes_wrong_in_a_script_is_told_with_its_place() {
    let plugins = load(&small("", "let a = 1;\n a.b.c"));
    let reply = call(&plugins, &find(), &memory());
    assert!(
        matches!(&reply, Reply::Failed { message, .. } if message.contains("plugins/cmdb/main.rhai:2")),
        "{reply:?}"
    );
    let plugins = load(&small("", "loop { }"));
    assert!(matches!(call(&plugins, &find(), &memory()), Reply::Failed { .. }));
}

#[test]
fn a_host_that_is_not_declared_is_not_called() {
    let neighbour = Neighbour::new(|_| panic!("nothing may arrive"));
    let body = format!("try {{ http::get(\"{}\"); }} catch {{ }} 1", neighbour.url("/"));
    let reply = call(&load(&small("", &body)), &find(), &memory());
    assert!(
        matches!(&reply, Reply::Failed { message, .. } if message.contains("not one of the plugin's hosts")),
        "{reply:?}"
    );
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<parking_lot::Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_secret_is_in_no_answer_error_or_log() {
    let neighbour = Neighbour::new(|request| {
        let line = request.lines().find(|line| line.starts_with("authorization")).unwrap_or("none");
        format!("HTTP/1.1 500 Oh\r\ncontent-length: {}\r\n\r\n{line}", line.len())
    });
    let manifest = "[settings]\nschema = \"settings.json\"\n";
    let mut files = small(
        manifest,
        &format!(
            "let s = secret(\"ASSET_TOKEN\", \"Bearer \"); log(`${{s}}`);
         let got = http::get(\"{}\", #{{ headers: #{{ Authorization: s }} }}); log(got.body);
         kv::put(\"s\", s); throw `${{s}} ${{got.body}} ${{kv::get(\"s\")}}`",
            neighbour.url("/")
        ),
    );
    let head = files["plugins/cmdb/plugin.toml"].replace(
        "[functions.find]",
        &format!(
            "secrets = [\"ASSET_TOKEN\"]\nhosts = [{{ url = \"{}\", private = true }}]\n[functions.find]",
            neighbour.origin()
        ),
    );
    files.insert("plugins/cmdb/plugin.toml".to_owned(), head);
    files.insert("plugins/cmdb/settings.json".to_owned(), "{}".to_owned());
    let plugins = Plugins::load(&files, &installation(json!({}))).unwrap();
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let store = memory();
    let reply = on_script_thread(|| {
        tracing::subscriber::with_default(subscriber, || plugins.call(&find(), &store, &way(Passage::Open)))
    });
    let logged = String::from_utf8(log.0.lock().clone()).unwrap();
    assert!(logged.contains("secret(ASSET_TOKEN)") && logged.contains("Bearer [ASSET_TOKEN]"), "{logged}");
    let told = format!("{reply:?} {logged} {:?}", store.get("cmdb", "s"));
    assert!(matches!(reply, Reply::Failed { .. }) && !told.contains(TOKEN), "{told}");
}

#[test]
fn a_service_is_asked_by_post_and_its_status_tells() {
    let neighbour = Neighbour::new(|request| {
        assert!(request.starts_with("POST /v1/find ") && request.contains("idempotency-key: 1/1/0"), "{request}");
        let (status, body) = match request {
            r if r.contains("\"name\":\"a\"") => ("200 OK", "{\"id\": 7}"),
            r if r.contains("\"name\":\"b\"") => ("409 Conflict", "{\"code\": \"gone\", \"message\": \"It is gone\"}"),
            _ => ("503 Service Unavailable", ""),
        };
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    });
    let manifest = MANIFEST.replace("\"script\"", &format!("\"http\"\nurl = \"{}\"", neighbour.url("/v1/")));
    let hosts = format!("hosts = [{{ url = \"{}\", private = true }}]\n[functions", neighbour.origin());
    let files = BTreeMap::from([("plugins/cmdb/plugin.toml".to_owned(), manifest.replace("[functions", &hosts))]);
    let (plugins, store) = (load(&files), memory());
    let ask = |name: &str| call(&plugins, &request("cmdb", "find", json!({ "name": name }), "1/1/0"), &store);
    assert_eq!(ask("a"), Reply::Done(json!({ "id": 7 })));
    assert_eq!(ask("b"), Reply::Refused { code: "gone".to_owned(), message: "It is gone".to_owned() });
    assert_eq!(ask("c"), Reply::Failed { message: "the service answered 503".to_owned(), retry: true });
}

#[test]
fn faults_of_a_folder_are_found_when_it_is_loaded() {
    let faults = |files: BTreeMap<String, String>, settings: Json| {
        let found = Plugins::load(&files, &installation(settings)).err().unwrap();
        found.into_iter().map(|fault| (fault.file, fault.code)).collect::<Vec<_>>()
    };
    let at = |file: &str, code: &str| vec![(file.to_owned(), code.to_owned())];
    let mut files = small("input = \"in.json\"", "1");
    assert_eq!(faults(files.clone(), json!({})), at("plugins/cmdb/in.json", "missing_file"));
    files.insert("plugins/cmdb/in.json".to_owned(), "{}".to_owned());
    files.insert("plugins/cmdb/main.rhai".to_owned(), "fn call_find(args) { 1 }".to_owned());
    assert_eq!(faults(files.clone(), json!({})), at("plugins/cmdb/main.rhai", "unknown_function"));
    files.remove("plugins/cmdb/main.rhai");
    assert_eq!(faults(files.clone(), json!({})), at("plugins/cmdb/main.rhai", "missing_file"));
    files.remove("plugins/cmdb/plugin.toml");
    assert_eq!(faults(files, json!({})), at("plugins/cmdb/plugin.toml", "missing_file"));
    assert_eq!(faults(shipped(), json!({ "pieces": -1 })), at("maitred.toml", "settings"));
    assert_eq!(faults(shipped(), json!({ "neighbour": "ftp://a.example" })), at("maitred.toml", "settings"));
    let unknown = small("", "refus(\"a\", \"b\")");
    assert_eq!(faults(unknown, json!({})).len(), 1);
}

#[test]
fn signatures_say_what_workflows_may_call() {
    let signatures = load(&shipped()).signatures();
    let reserve = &signatures["asset"]["reserve"];
    assert_eq!((reserve.undo.as_deref(), reserve.attempts), (Some("release"), 8));
    assert_eq!(reserve.input.as_ref().unwrap()["required"], json!(["model"]));
    assert_eq!(reserve.time_limit, Duration::from_secs(10));
}

#[test]
fn two_plugins_cannot_provide_the_same() {
    let mut files = shipped();
    let other = files["plugins/asset/plugin.toml"].replace("name = \"asset\"", "name = \"snipe\"");
    for (path, text) in shipped() {
        files.insert(path.replace("plugins/asset", "plugins/snipe"), text);
    }
    files.insert("plugins/snipe/plugin.toml".to_owned(), other);
    let faults = Plugins::load(&files, &Installation::default()).err().unwrap();
    assert_eq!(faults[0].file, "plugins/snipe/plugin.toml");
}

/// The small plugin with a host, its function with this beside.
fn reaching(function: &str, body: &str) -> BTreeMap<String, String> {
    let mut files = small("", body);
    let hosts = "hosts = [\"https://cmdb.example.org\"]\n[functions";
    files.insert("plugins/cmdb/plugin.toml".to_owned(), MANIFEST.replace("[functions", hosts) + function);
    files
}

#[test]
fn what_is_kept_back_is_answered_by_a_sample() {
    let called = |files: &BTreeMap<String, String>| {
        let plugins = load(files);
        on_script_thread(|| plugins.call(&find(), &memory(), &way(Passage::Kept)))
    };
    // An outage could be caught; that nothing leaves cannot.
    let body = "try { http::get(\"https://cmdb.example.org/\"); } catch (e) { } #{ name: \"real\" }";
    assert_eq!(called(&reaching("", body)), Reply::Done(Json::Null), "no schema, no sample");
    let mut files = reaching("output = \"out.json\"\n", body);
    let schema = json!({ "type": "object", "required": ["name", "kinds"], "properties": {
        "name": { "type": "string", "minLength": 10 },
        "kinds": { "type": "array", "minItems": 1, "items": { "enum": ["a", "b"] } },
        "more": { "type": "integer" } } });
    files.insert("plugins/cmdb/out.json".to_owned(), schema.to_string());
    assert_eq!(called(&files), Reply::Done(json!({ "name": "samplesamp", "kinds": ["a"] })), "made up of the schema");
    let pattern = schema.to_string().replace("\"minLength\":10", "\"pattern\":\"^LT-[0-9]+$\"");
    files.insert("plugins/cmdb/out.json".to_owned(), pattern);
    assert!(matches!(called(&files), Reply::Failed { retry: false, message } if message.contains("names no `sample`")));
    let named = reaching("output = \"out.json\"\nsample = \"sample.json\"\n", body);
    files.extend(named);
    let mut with = |sample: &str| {
        files.insert("plugins/cmdb/sample.json".to_owned(), sample.to_owned());
        files.clone()
    };
    let faults = Plugins::load(&with(r#"{ "name": "LT-7", "kinds": [] }"#), &Installation::default()).err().unwrap();
    assert!(faults[0].to_string().starts_with("plugins/cmdb/sample.json"), "{faults:?}");
    assert!(faults[0].message.contains("the sample does not fit"), "{faults:?}");
    let fits = r#"{ "name": "LT-7", "kinds": ["b"] }"#;
    assert_eq!(called(&with(fits)), Reply::Done(json!({ "name": "LT-7", "kinds": ["b"] })));
    let quiet = reaching("", "#{ name: \"here\" }");
    assert_eq!(called(&quiet), Reply::Done(json!({ "name": "here" })), "what sends nothing is done");
}
