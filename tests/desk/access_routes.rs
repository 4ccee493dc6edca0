//! `docs/access.md`, route by route: each call of the API is made as each role,
//! by somebody who is nothing else to what it is about, as whom it is about, and
//! as a stranger; each operation on a ticket as everybody who stands to it.

use super::kinds::{accepted, of_all_kinds, state};
use crate::support::{Client, Desk, Setup, on_both};
use chrono::Duration;
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::http::{Asks, ROUTES, Route};
use maitred::model::people::Role;
use maitred::model::status::{Operation, Standing, row};
use serde_json::{Value as Json, json};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// Every operation of the document: its method and its path without `/api/v1`.
fn documented() -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(maitred::http::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let short = |path: &String| path.strip_prefix("/api/v1").unwrap_or(path).to_owned();
    let of_path = |(path, methods): (&String, &Json)| {
        let path = short(path);
        methods.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

#[test]
fn the_page_has_every_route_and_no_other() {
    let listed: BTreeSet<(String, String)> =
        ROUTES.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(listed.len(), ROUTES.len(), "each once");
    let documented = documented();
    assert_eq!(listed.difference(&documented).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "not there");
    assert_eq!(documented.difference(&listed).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "not on the page");
    let page = maitred::http::access_page();
    for (method, path, asks) in ROUTES {
        let line = page.lines().find(|line| line.starts_with(&format!("| `{method} {path}` |"))).unwrap();
        let cells: Vec<bool> =
            line.split(" | ").skip(1).take(Role::ALL.len()).map(|cell| cell.trim() == "yes").collect();
        assert_eq!(cells, Role::ALL.map(|role| asks.open_to(role)), "{line}");
    }
}

fn add(desk: &Desk, username: &str, roles: Vec<Role>, groups: &[&str]) {
    let categories = if roles == [Role::Author] { vec!["*".to_owned()] } else { Vec::new() };
    let groups = groups.iter().map(|group| (*group).to_owned()).collect();
    let username = username.to_owned();
    let new = NewUser { password: Some(username.clone()), username, roles, groups, categories, ..NewUser::default() };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

fn only(role: Role) -> String {
    format!("one-{}", role.as_str().replace('_', "-"))
}

/// One of everything that a call can be about, none of it of those who only hold a role.
struct Things<'a> {
    desk: &'a Desk,
    values: BTreeMap<&'static str, String>,
    made: Cell<u32>,
}

impl<'a> Things<'a> {
    fn new(desk: &'a Desk) -> Self {
        for role in Role::ALL {
            add(desk, &only(role), vec![role], &[]);
        }
        let ticket = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.act("dora", &ticket, "accept", json!({}));
        let known = accepted(desk, "fault");
        let facts = json!({"incident": {"known": true, "public_title": "Mail is slow"}});
        assert_eq!(state(desk, "dora", &known, facts).status, 200);
        let id = |who: &str, path: &str, body: Json| desk.as_user(who).post(path, body).expect(201).text("/id");
        let draft = json!({"data": {"text": "x"}});
        desk.as_user("ann").call("PUT", "/drafts/hers").json(&draft).expect(200);
        let source = desk.as_user("ada").get("/workflows/laptop").expect(200).text("/source");
        let wish = json!({"source": format!("{source}\n// more\n")});
        let proposal = desk.as_user("ada").call("PUT", "/workflows/laptop").json(&wish).expect(202).text("/proposal");
        let reply = json!({"name": "vpn", "title": "VPN", "visibility": "all", "texts": {"en": "Hello"}});
        desk.as_user("kim").post("/canned-replies", reply).expect(201);
        let start = desk.now();
        let meeting = json!({"start": start.plus(Duration::hours(2)), "end": start.plus(Duration::hours(3))});
        let values = BTreeMap::from([
            ("step", desk.open(&ticket, "approval")["id"].as_str().unwrap().to_owned()),
            ("known", known),
            ("comment", id("ann", &format!("/tickets/{ticket}/comments"), json!({"text": "When?"}))),
            ("attachment", desk.as_user("ann").upload("a.txt", "x").expect(201).text("/id")),
            ("token", id("ann", "/tokens", json!({"name": "x"}))),
            ("notification", desk.as_user("ann").get("/notifications").expect(200).text("/items/0/id")),
            ("view", id("dora", "/views", json!({"name": "Mine", "filters": "mine=true"}))),
            ("release", desk.as_user("ada").get("/releases").expect(200).text("/items/0/id")),
            ("template", desk.as_user("ada").get("/gallery").expect(200).text("/items/0/name")),
            ("proposal", proposal),
            ("outgoing", desk.as_user("ada").get("/outgoing?kind=message").expect(200).text("/items/0/id")),
            ("work", id("dora", &format!("/tickets/{ticket}/work"), json!({"minutes": 5}))),
            ("appointment", id("dora", &format!("/tickets/{ticket}/appointments"), meeting)),
            ("workflow text", desk.as_user("ada").get("/workflows/laptop").expect(200).text("/version")),
            ("schema text", desk.as_user("ada").get("/schemas/laptop").expect(200).text("/version")),
            ("form text", desk.as_user("ada").get("/schemas/forms/installed").expect(200).text("/version")),
            ("ticket", ticket),
        ]);
        Self { desk, values, made: Cell::new(0) }
    }

    fn next(&self) -> u32 {
        self.made.set(self.made.get() + 1);
        self.made.get()
    }

    /// An absence of viv's, a month of its own.
    fn absence(&self) -> String {
        let n = self.next();
        let (year, month) = (2027 + n / 12, n % 12 + 1);
        let away = json!({"person": "viv", "from": format!("{year}-{month:02}-01T00:00:00Z"),
            "to": format!("{year}-{month:02}-02T00:00:00Z"), "substitute": "max"});
        self.desk.as_user("ada").post("/absences", away).expect(201).text("/id")
    }

    fn reply(&self) -> String {
        let name = format!("reply-{}", self.next());
        let reply = json!({"name": name, "title": "VPN", "visibility": "all", "texts": {"en": "Hello"}});
        self.desk.as_user("kim").post("/canned-replies", reply).expect(201);
        name
    }

    fn id(&self, path: &str) -> String {
        let stem = path.split('/').nth(1).unwrap();
        let value = |name: &str| self.values[name].clone();
        match stem {
            "absences" => self.absence(),
            "releases" if path.contains("proposals") => value("proposal"),
            _ => value(stem.trim_end_matches('s')),
        }
    }

    /// The path with what it is about in its places.
    fn place(&self, method: &str, path: &str) -> String {
        let mut place = path.to_owned();
        let mut put = |name: &str, value: &dyn Fn() -> String| {
            if place.contains(name) {
                place = place.replace(name, &value());
            }
        };
        put("{number}", &|| self.values[if path.ends_with("me-too") { "known" } else { "ticket" }].clone());
        put("{id}", &|| self.id(path));
        put("{item}", &|| "laptop".to_owned());
        put("{key}", &|| "hers".to_owned());
        put("{username}", &|| "viv".to_owned());
        put("{code}", &|| "not_found".to_owned());
        put("{token}", &|| "unknown".to_owned());
        put("{version}", &|| match path.split('/').nth(1).unwrap() {
            "workflows" => self.values["workflow text"].clone(),
            _ if path.contains("forms") => self.values["form text"].clone(),
            _ => self.values["schema text"].clone(),
        });
        put("{name}", &|| match path.split('/').nth(1).unwrap() {
            "canned-replies" if method == "DELETE" => self.reply(),
            "canned-replies" | "tickets" => "vpn".to_owned(),
            "lookup" => "suppliers".to_owned(),
            "groups" => "line-2".to_owned(),
            "gallery" => self.values["template"].clone(),
            "jobs" => "escalate-overdue".to_owned(),
            "schemas" if path.contains("forms") => "installed".to_owned(),
            _ => "laptop".to_owned(),
        });
        // Neither ends the session of who asks, nor listens for ever.
        if (method, path) == ("DELETE", "/session") || path == "/stream" { place + "?nonsense=1" } else { place }
    }

    /// A body that whoever may make the call is refused for, so that nothing changes;
    /// where that is looked at first, one that is right.
    fn body(&self, method: &str, path: &str) -> Option<Json> {
        match (method, path) {
            ("GET", _) => None,
            ("DELETE", path) if !path.starts_with("/tickets") => None,
            ("POST", "/releases/proposals/{id}/approve" | "/releases/proposals/{id}/withdraw") => Some(json!({})),
            ("POST", "/releases/proposals/{id}/reject") => Some(json!({"reason": ""})),
            ("POST", "/canned-replies") => {
                let name = format!("own-{}", self.next());
                Some(json!({"name": name, "title": "Own", "visibility": "own", "texts": {"en": "Hello"}}))
            }
            ("PATCH", "/canned-replies/{name}") => Some(json!({"title": "VPN"})),
            ("POST", "/notifications/{id}/read") => Some(json!({})),
            ("PATCH", "/absences/{id}") => Some(json!({})),
            _ => Some(json!({"nonsense": true})),
        }
    }

    fn status(&self, client: &Client, method: &str, path: &str) -> u16 {
        let call = client.call(method, &self.place(method, path));
        let status = match self.body(method, path) {
            Some(body) => call.json(&body).send().status,
            None => call.send().status,
        };
        assert!(status < 500, "{method} {path}: {status}");
        status
    }

    /// Whether the caller may make the call, whatever else is wrong with it.
    fn may(&self, client: &Client, method: &str, path: &str, asks: Asks) -> bool {
        let status = self.status(client, method, path);
        match asks {
            // What a link is unknown of is not found, for anybody.
            Asks::Nothing => ![401, 403].contains(&status),
            _ => ![401, 403, 404].contains(&status),
        }
    }
}

/// Whom a thing is about, where no role opens it.
fn theirs(method: &str, path: &str) -> &'static str {
    match (method, path) {
        (_, path) if path.starts_with("/steps") => "max",
        (_, path) if path.starts_with("/views") || path.starts_with("/work") => "dora",
        (_, path) if path.starts_with("/releases") => "ada",
        _ => "ann",
    }
}

fn all_things(setup: Setup) -> Desk {
    let eyes = "[publishing]\nfour_eyes = true\n[roles]";
    let setup = of_all_kinds(setup).replaced("workflows/policy.toml", "[roles]", eyes);
    setup.replaced("workflows/policy.toml", "[[recurring]]", "[outgoing]\nmode = \"capture\"\n\n[[recurring]]").start()
}

on_both! {
    fn each_route_is_open_to_the_roles_that_the_page_says(setup: Setup) {
        let desk = all_things(setup);
        let things = Things::new(&desk);
        let stranger = desk.stranger();
        let mut wrong = Vec::new();
        for (method, path, asks) in ROUTES {
            for role in Role::ALL {
                if things.may(&desk.as_user(&only(role)), method, path, *asks) != asks.open_to(role) {
                    wrong.push(format!("{method} {path} {}: the page says {}", role.as_str(), asks.open_to(role)));
                }
            }
            let told = things.status(&stranger, method, path);
            if (told == 401) == matches!(asks, Asks::Nothing) {
                wrong.push(format!("{method} {path}: a stranger is told {told}"));
            }
        }
        // Whom it is about may; what they take away comes last.
        let about = ROUTES.iter().filter(|(.., asks)| matches!(asks, Asks::Theirs(_)));
        let (gone, kept): (Vec<&Route>, Vec<&Route>) = about.partition(|(method, ..)| *method == "DELETE");
        for (method, path, asks) in kept.into_iter().chain(gone) {
            let who = theirs(method, path);
            if !things.may(&desk.as_user(who), method, path, *asks) {
                wrong.push(format!("{method} {path}: {who} may not"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn each_operation_is_for_those_who_stand_so(desk: Desk) {
        use Standing::{Admin, Agent, Assignee, Confidant, GroupMember, Manager, Opener, Owner, OwnersDesk, RequestedFor, Requester, Staff, Viewer};
        add(&desk, "opal", vec![Role::Agent], &[]);
        add(&desk, "gus", vec![Role::KnowledgeManager], &["line-2"]);
        add(&desk, "iris", vec![Role::Agent], &[]);
        let form = json!({"system": "erp"});
        // Typed in by an agent who is none any more; dora's, in lin's hand.
        let typed = desk.as_user("opal").post("/tickets", json!({"item": "password-reset", "form": form, "requested_for": "ann"})).expect(201).text("/number");
        desk.act("sam", &typed, "owner", json!({"owner": "dora", "reason": "She is here."}));
        desk.act("dora", &typed, "assign", json!({"group": "line-2", "assignee": "lin", "reason": "Needs the server."}));
        desk.as_user("ada").patch("/users/opal", json!({"roles": []})).expect(200);
        // Asked for by her manager.
        let by_max = desk.as_user("max").post("/tickets", json!({"item": "password-reset", "form": form, "requested_for": "ann"})).expect(201).text("/number");
        desk.act("dora", &by_max, "accept", json!({}));
        let secret = desk.submit("ann", "password-reset", form);
        desk.act("dora", &secret, "accept", json!({}));
        desk.as_user("dora").post(&format!("/tickets/{secret}/restrict"), json!({"group": "line-2", "reason": "x"})).expect(200);
        let stand: Vec<(&str, &str, Vec<Standing>)> = vec![
            (&typed, "dora", vec![Agent, Owner, OwnersDesk, Staff, Viewer]),
            (&typed, "dan", vec![Agent, OwnersDesk, Staff, Viewer]),
            (&typed, "iris", vec![Agent, Staff, Viewer]),
            (&typed, "lin", vec![Assignee, GroupMember, Staff, Viewer]),
            (&typed, "gus", vec![GroupMember, Staff, Viewer]),
            (&typed, "sam", vec![Manager, Staff, Viewer]),
            (&typed, "ada", vec![Admin, Staff, Viewer]),
            (&typed, "opal", vec![Opener, Viewer]),
            (&typed, "ann", vec![Requester, RequestedFor, Viewer]),
            (&typed, "kim", vec![Staff, Viewer]),
            (&typed, "ula", vec![]),
            (&typed, "viv", vec![]),
            (&by_max, "max", vec![Requester, Opener, Viewer]),
            (&by_max, "ann", vec![RequestedFor, Viewer]),
            (&secret, "lin", vec![Confidant, Staff, Viewer]),
            (&secret, "gus", vec![Confidant, Staff, Viewer]),
            (&secret, "iris", vec![]),
            (&secret, "kim", vec![]),
        ];
        let mut wrong = Vec::new();
        let mut tried = BTreeSet::new();
        for (method, path, asks) in ROUTES {
            let Asks::Does(operation) = asks else { continue };
            if !path.starts_with("/tickets") {
                continue;
            }
            tried.insert(operation.as_str());
            for (number, who, standings) in &stand {
                let call = desk.as_user(who).call(method, &path.replace("{number}", number));
                let told = call.json(&json!({"nonsense": true})).send();
                let may = row(*operation).who.iter().any(|standing| standings.contains(standing));
                if may == [401, 403, 404].contains(&told.status) {
                    wrong.push(format!("{method} {path} {who}: {}, the table says {may}", told.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // All that people do to a ticket has a route, and was tried.
        let all = maitred::model::status::TABLE.iter().filter(|row| !row.who.is_empty());
        assert_eq!(tried, all.map(|row| row.operation.as_str()).collect());
        for who in ["sam", "ada"] {
            for operation in [Operation::Assign, Operation::Restrict, Operation::Comment] {
                let told = desk.as_user(who).post(&format!("/tickets/{secret}/{}", operation.as_str()), json!({})).send();
                assert_eq!(told.at("/code"), "not_found", "{who}");
            }
            desk.as_user(who).post(&format!("/tickets/{secret}/unrestrict"), json!({"reason": ""})).expect(422);
        }
    }
}
