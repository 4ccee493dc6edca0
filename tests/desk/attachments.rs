//! Files: sent up, used once, seen by who sees the ticket, never run, gone when
//! nobody used them.

use crate::support::{Answer, Client, Desk, Setup, on_both};
use maitred::desk::attachments::Files;
use maitred::scheduler::Leftovers;
use serde_json::{Value as Json, json};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

fn send(who: &Client, disposition: &str, content: &[u8]) -> Answer {
    let mut body = format!("--cut\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: text/html\r\n\r\n")
        .into_bytes();
    body.extend(content);
    body.extend(b"\r\n--cut--\r\n");
    let call = who.call("POST", "/attachments").header("Content-Type", "multipart/form-data; boundary=cut");
    call.bytes(&body).send()
}

fn sent(desk: &Desk, who: &str, name: &str, content: &[u8]) -> Json {
    let answer = send(&desk.as_user(who), &format!("name=\"file\"; filename=\"{name}\""), content);
    assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
    answer.json()
}

fn path(file: &Json) -> String {
    format!("/attachments/{}", file["id"].as_str().unwrap())
}

/// The shipped desk, with an item that asks for a picture.
fn with_pictures(setup: Setup) -> Setup {
    setup.item(
        "fault",
        json!({"picture": {"type": "string", "format": "attachment"},
            "more": {"type": "array", "items": {"type": "string", "format": "attachment"}}}),
        "handle(\"Mend it\", group(\"service-desk\"));",
    )
}

on_both! {
    fn a_file_is_its_senders_alone_until_a_ticket_has_it(setup: Setup) {
        let desk = &with_pictures(setup).start();
        let file = sent(desk, "ann", "экран.png", PNG);
        assert_eq!(file["name"], "экран.png");
        assert_eq!(file["media_type"], "image/png");
        assert_eq!(file["size"], PNG.len());
        assert!(file["expires_at"].is_string() && file["place"].is_null());
        desk.as_user("dora").get(&path(&file)).expect(404);
        desk.as_user("dora").get(&format!("{}/content", path(&file))).expect(404);

        let number = desk.submit("ann", "fault", json!({"picture": file["id"]}));
        let shown = desk.as_user("dora").get(&path(&file)).expect(200).json();
        assert_eq!(shown["place"], "form");
        assert!(shown["expires_at"].is_null());
        let got = desk.as_user("dora").get(&format!("{}/content", path(&file))).expect(200);
        assert_eq!(got.body, PNG);
        assert_eq!(got.header("content-type"), Some("image/png"));
        assert_eq!(got.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(got.header("content-security-policy"), Some("sandbox; default-src 'none'"));
        let disposition = got.header("content-disposition").unwrap().to_owned();
        assert!(disposition.starts_with("attachment; filename=\"_____.png\""), "{disposition}");
        assert!(disposition.contains("filename*=UTF-8''%D1%8D"), "{disposition}");
        desk.as_user("fay").get(&path(&file)).expect(404);
        let files = desk.as_user("ann").get(&format!("/tickets/{number}/attachments")).expect(200).json();
        assert_eq!((&files["items"][0]["id"], &files["next_cursor"]), (&file["id"], &Json::Null));
        desk.as_user("fay").get(&format!("/tickets/{number}/attachments")).expect(404);
        assert!(desk.log(&number).iter().any(|line| line.contains("attachment.added")));
    }

    fn a_file_is_used_once_and_only_by_its_sender(setup: Setup) {
        let desk = &with_pictures(setup).start();
        let file = sent(desk, "ann", "a.png", PNG);
        let body = json!({"item": "fault", "form": {"more": [file["id"]]}});
        let refused = desk.as_user("max").post("/tickets", body.clone()).expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], "/form/more/0");
        assert_eq!(refused["errors"][0]["code"], "unknown");
        desk.as_user("ann").post("/tickets", body.clone()).expect(201);
        let again = desk.as_user("ann").post("/tickets", body).expect(422).json();
        assert_eq!(again["errors"][0]["code"], "used");
        let nonsense = json!({"item": "fault", "form": {"picture": "mine.png"}});
        desk.as_user("ann").post("/tickets", nonsense).expect(422);
    }

    fn a_corrected_form_keeps_its_files(setup: Setup) {
        let desk = &with_pictures(setup).start();
        let (one, two) = (sent(desk, "ann", "1.png", PNG), sent(desk, "ann", "2.png", PNG));
        let number = desk.submit("ann", "fault", json!({"more": [one["id"]]}));
        let both = json!({"form": {"more": [one["id"], two["id"]]}});
        desk.as_user("ann").patch(&format!("/tickets/{number}"), both).expect(200);
        let files = desk.as_user("ann").get(&format!("/tickets/{number}/attachments")).expect(200).json();
        assert_eq!(files["items"].as_array().unwrap().len(), 2);
    }

    fn comments_and_tickets_have_files_and_internal_ones_are_for_staff(desk: Desk) {
        let number = desk.submit("ann", "password-reset", json!({"system": "mail"}));
        let (open, hidden) = (sent(&desk, "dora", "how-to.txt", b"press F1"), sent(&desk, "dora", "log.txt", b"secret"));
        let comment = json!({"text": "See here.", "attachments": [open["id"]]});
        let comment = desk.as_user("dora").post(&format!("/tickets/{number}/comments"), comment).expect(201).json();
        desk.clock.advance(chrono::Duration::seconds(1));
        let put = json!({"attachment": hidden["id"], "internal": true});
        let place = format!("/tickets/{number}/attachments");
        desk.as_user("dora").post(&place, put.clone()).key("once").expect(201);
        desk.as_user("dora").post(&place, put).key("once").expect(201);
        let for_staff = desk.as_user("dora").get(&place).expect(200).at("/items");
        assert_eq!(for_staff.as_array().unwrap().len(), 2);
        assert_eq!(for_staff[0]["comment"], comment["id"]);
        let for_ann = desk.as_user("ann").get(&place).expect(200).at("/items");
        assert_eq!(for_ann.as_array().unwrap().len(), 1);
        desk.as_user("ann").get(&format!("{}/content", path(&hidden))).expect(404);
        let own = sent(&desk, "ann", "mine.txt", b"x");
        let internal = json!({"attachment": own["id"], "internal": true});
        desk.as_user("ann").post(&place, internal).expect(403);
        desk.as_user("fay").post(&place, json!({"attachment": own["id"]})).expect(404);
        desk.as_user("ann").post(&place, json!({"attachment": "nothing"})).expect(422);
        desk.as_user("ann").post(&place, json!({"attachment": own["id"]})).expect(201);
        desk.as_user("ann").delete(&path(&own)).expect(409);
    }

    fn what_nobody_used_goes_after_a_day_with_its_content(setup: Setup) {
        let desk = &swept_at_once(setup).start();
        let (kept, left) = (sent(desk, "ann", "kept.txt", b"same"), sent(desk, "ann", "left.txt", b"same"));
        let alone = sent(desk, "ann", "alone.txt", b"other");
        let taken_back = sent(desk, "ann", "no.txt", b"no");
        desk.as_user("ann").delete(&path(&taken_back)).expect(204);
        desk.as_user("ann").get(&path(&taken_back)).expect(404);
        let number = desk.submit("ann", "password-reset", json!({"system": "mail"}));
        desk.as_user("ann").post(&format!("/tickets/{number}/attachments"), json!({"attachment": kept["id"]})).expect(201);
        desk.clock.advance(chrono::Duration::hours(25));
        desk.as_user("ann").get(&path(&left)).expect(404);
        assert_eq!(Leftovers::new(desk.desk.clone()).unwrap().run_due(desk.now()).unwrap(), 2);
        assert_eq!(desk.as_user("ann").get(&format!("{}/content", path(&kept))).expect(200).body, b"same");
        let late = json!({"attachment": alone["id"]});
        desk.as_user("ann").post(&format!("/tickets/{number}/attachments"), late).expect(422);
    }

    fn what_is_no_file_for_us_is_refused(setup: Setup) {
        let desk = &small_files_only(setup).start();
        let ann = desk.as_user("ann");
        let file = |name: &str| format!("name=\"file\"; filename=\"{name}\"");
        assert_eq!(send(&ann, &file("virus.exe"), b"x").status, 422);
        let disguised = send(&ann, &file("holiday.png"), b"MZ\x90\0\x03\0\0\0\x04\0\0\0");
        assert_eq!((disguised.status, disguised.json()["errors"][0]["pointer"].clone()), (422, json!("/file")));
        assert_eq!(send(&ann, &file("big.txt"), &vec![b'x'; 1_200_000]).status, 413);
        assert_eq!(send(&ann, "name=\"other\"", b"x").status, 422);
        assert_eq!(ann.call("POST", "/attachments").text("{}").send().status, 400);
        assert_eq!(ann.call("POST", "/attachments").header("Content-Type", "multipart/form-data").send().status, 400);
        let broken = "--cut\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf";
        let call = ann.call("POST", "/attachments").header("Content-Type", "multipart/form-data; boundary=cut");
        assert_eq!(call.bytes(broken.as_bytes()).send().status, 400);
        assert_eq!(send(&desk.stranger(), &file("a.txt"), b"x").status, 401);
        let page = sent(desk, "ann", "../../page.html", b"<script>alert(1)</script>");
        assert_eq!((page["name"].clone(), page["media_type"].clone()), (json!("page.html"), json!("text/plain; charset=utf-8")));
    }
}

fn swept_at_once(mut setup: Setup) -> Setup {
    setup.options.files = Files { young: -chrono::Duration::minutes(1), ..Files::default() };
    setup
}

fn small_files_only(mut setup: Setup) -> Setup {
    setup.options.files = Files { largest: 1024 * 1024, ..Files::default() };
    setup
}
