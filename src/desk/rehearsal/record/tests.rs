//! Stories of a desk whose people are not those of the demo desk: what a
//! recorded scenario says of them.

use super::people::Players;
use super::*;
use crate::desk::clock::{Ids, VirtualClock};
use crate::desk::command::{Act, Doer, Submit, Target};
use crate::desk::content::{self, Against};
use crate::desk::people::demo_people;
use crate::model::time::Time;
use crate::plugins::Installation;
use crate::script::STACK_BYTES;
use std::path::Path;

fn now() -> Time {
    Time::parse("2026-11-23T09:00:00Z").unwrap()
}

fn shipped() -> Arc<Content> {
    let files = content::read_folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    Arc::new(content::build(&files, &Installation::default(), Against::default()).map_err(drop).unwrap())
}

/// The demo desk's people under other names.
fn strangers() -> People {
    let people = demo_people(&Default::default(), &mut Ids::new(&VirtualClock::new(now())));
    let users = people.users().map(|user| {
        let username = format!("{}.real", user.username);
        crate::model::people::User { username, name: format!("Real {}", user.name), ..(**user).clone() }
    });
    People::new(users.collect::<Vec<_>>(), people.groups().map(|group| (**group).clone()).collect::<Vec<_>>())
}

#[test]
fn names_of_the_real_desk_are_not_written() {
    let stage = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(|| {
        let world = demo_world(shipped(), now());
        let mut stage = Rehearsal::new(&world, now());
        let by = |name: &str| Doer::Person { user: world.people.by_username(name).cloned().unwrap(), token: None };
        let form = serde_json::json!({"product": "editor", "computer": "PC of Real Ann Weber"});
        let wish = Submit {
            item: "software-installation".into(),
            form: form.as_object().cloned().unwrap(),
            ..Submit::default()
        };
        stage.carry(by("ann"), Target::New, Act::Submit(wish)).unwrap();
        stage
    });
    let stage = stage.unwrap().join().unwrap();
    let people = strangers();
    let ticket = stage.ticket().cloned().unwrap();
    let id = |name: &str| people.by_username(name).unwrap().id;
    let ticket =
        Ticket { opened_by: id("ann.real"), requester: id("ann.real"), requested_for: id("ann.real"), ..ticket };
    let story = Story {
        ticket,
        submission: stage.submission.clone().unwrap(),
        journal: stage.journal().to_vec(),
        votes: Vec::new(),
        events: Vec::new(),
        people,
    };
    let recorded = record(&story, shipped()).unwrap();
    insta::assert_snapshot!(recorded.text, @r#"
    //! What happened to SR-000001, told by people of the demo desk. Texts of forms, answers and
    //! comments are as people wrote them: read them before you pass this on.

    fn test_it_goes_as_sr_000001_did() {
        let t = start(#{ computer: "PC of Ann Weber", product: "editor" }, #{ at: "2026-11-23T09:00:00Z", item: "software-installation" });
        t.open(["Line manager"]);
    }
    "#);
    let world = demo_world(shipped(), now());
    let (mut players, opener, receiver) = Players::of(&story, &world.people);
    assert_eq!((opener.as_str(), receiver.as_str()), ("ann", "ann"));
    let candidates = ["fay".to_owned(), "finn".to_owned()];
    let id = |name: &str| story.people.by_username(name).unwrap().id;
    assert_eq!(players.play(id("finn.real"), &candidates).as_deref(), Some("fay"), "the first who is free");
    assert_eq!(players.play(id("fay.real"), &candidates).as_deref(), Some("finn"));
    assert_eq!(players.play(id("finn.real"), &candidates).as_deref(), Some("fay"), "the same each time");
    assert_eq!(players.text("ask finn.real or Real Fay Chen, not fay.realm"), "ask fay or Finn Olsen, not fay.realm");
}
