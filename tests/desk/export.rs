//! Exports of lists: every row that the reader may see, and nothing that a
//! spreadsheet would carry out.

use crate::support::{Desk, Setup, on_both};
use chrono::Duration;
use serde_json::json;

/// The lines of a table without its mark.
#[track_caller]
fn lines(desk: &Desk, who: &str, query: &str) -> Vec<String> {
    let answer = desk.as_user(who).get(&format!("/tickets/export.csv?{query}")).expect(200);
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = String::from_utf8(answer.body).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("Excel is told that it is UTF-8").to_owned();
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

on_both! {
    fn a_table_has_what_its_list_has(desk: Desk) {
        for (who, title) in [("ann", "=HYPERLINK(\"http://evil\")"), ("viv", "Ёлка, \"bright\""), ("max", "+1"), ("mia", "a;=1+1; -2")] {
            let wish = json!({"item": "laptop", "form": {"model": "light"}, "title": title});
            desk.as_user(who).post("/tickets", wish).expect(201);
            desk.advance(Duration::seconds(1));
        }
        insta::assert_snapshot!(lines(&desk, "dora", "columns=number,title,requester,vip,created_at&sort=created_at").join("\n"), @r#"
        Number,Title,Requester,VIP,Created
        SR-000001,"'=HYPERLINK(""http://evil"")",Ann Weber,false,2026-11-23 10:00:00
        SR-000002,"Ёлка, ""bright""",Viv Laurent,true,2026-11-23 10:00:01
        SR-000003,'+1,Max Lim,false,2026-11-23 10:00:02
        SR-000004,a;'=1+1; '-2,Mia Wolf,false,2026-11-23 10:00:03
        "#);
        assert_eq!(lines(&desk, "dora", "requester=max&columns=number"), ["Number", "SR-000003"]);
        assert_eq!(lines(&desk, "ann", "columns=number"), ["Number", "SR-000001"], "of their own only");
        // What a requester may not see of people is not in their table either.
        assert_eq!(lines(&desk, "ann", "columns=number,requester_email,requester_department")[1], "SR-000001,,");
        assert!(lines(&desk, "dora", "requester=ann&columns=requester_email")[1].contains('@'));
        let refused = |query: &str| desk.as_user("dora").get(&format!("/tickets/export.csv?{query}")).send().problem();
        assert_eq!(refused("columns=salary"), "422 invalid /columns:enum");
        assert_eq!(refused("status=open"), "422 invalid /status:enum");
        assert_eq!(refused("limit=5"), "422 invalid /limit:unknown");
        desk.stranger().get("/tickets/export.csv").expect(401);
    }

    fn it_goes_on_through_all_pages(desk: Desk) {
        for _ in 0..450 {
            desk.submit("ann", "password-reset", json!({"system": "erp"}));
        }
        let all = lines(&desk, "dora", "columns=number&sort=created_at");
        assert_eq!(all.len(), 451);
        let mut sorted = all[1..].to_vec();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), 450, "each once");
        let workbook = desk.as_user("dora").get("/tickets/export.xlsx?columns=number,created_at,vip,escalation_level").expect(200);
        assert!(workbook.body.starts_with(b"PK") && workbook.body.len() > 5_000, "{}", workbook.body.len());
        assert!(workbook.header("content-disposition").unwrap().contains("tickets.xlsx"));
    }

    fn there_is_an_end_to_what_is_exported(setup: Setup) {
        let mut setup = setup;
        setup.options.export_rows = 2;
        let desk = setup.start();
        for _ in 0..2 {
            desk.submit("ann", "laptop", json!({"model": "light"}));
        }
        assert_eq!(lines(&desk, "dora", "columns=number").len(), 3);
        desk.submit("viv", "laptop", json!({"model": "light"}));
        for kind in ["csv", "xlsx"] {
            let told = desk.as_user("dora").get(&format!("/tickets/export.{kind}")).send();
            assert!(told.status == 422 && told.text("/detail").starts_with("More than 2 tickets"), "{}", told.shown());
        }
        assert_eq!(lines(&desk, "ann", "columns=number").len(), 3);
    }
}
