//! Times: arithmetic, comparisons, dates of the form.

use super::*;

fn with_dates(text: &str, form: Json, paths: &[&str]) -> Desk {
    let mut desk = Desk::new(text, submission(None, form), TestFacts::default());
    let times = paths.iter().map(|path| (*path).to_owned()).collect();
    desk.fields =
        Fields { meaning: Arc::new(Meaning { times, ..Meaning::default() }), zone: chrono_tz::Europe::Berlin };
    desk.go();
    desk
}

#[test]
fn elapsed_time_is_reckoned_at_once_and_working_time_is_read_and_kept() {
    deep(|| {
        let text = r#"
            let soon = now() + "90m";
            let back = soon - "1d";
            let work = now() + "2wd";
            task(`${soon} ${back} ${work} ${work > soon} ${now() <= now()}`, group("x"), #{ due: now() - "1wh" });"#;
        let mut desk = Desk::start(text);
        let open = desk.open_rows().next().unwrap();
        assert_eq!(
            open.name,
            "2026-01-05T10:30:00.000000Z 2026-01-04T10:30:00.000000Z 2026-01-06T01:00:00.000000Z true true"
        );
        assert_eq!(open.arguments.options.get("due"), Some(&json!("2026-01-05T08:00:00.000000Z")));
        let reads: Vec<_> =
            desk.journal.iter().filter(|row| row.kind == RowKind::Read).map(|row| row.name.clone()).collect();
        assert_eq!(reads, ["time.plus", "time.minus"]);
        desk.assert_stable();
        desk.good_at("2", Json::Null);
        assert!(matches!(desk.verdict, Some(Verdict::Ended(_))));
    });
}

#[test]
fn a_date_of_the_form_reads_as_written_and_counts_as_the_day_that_begins_in_the_desks_zone() {
    deep(|| {
        let text = r#"
            let when = form.start_date;
            wait(form.start_date - "1d");
            asset::order(#{ day: form.start_date, windows: form.windows });
            task(`${when} ${form.start_date == "2026-03-02"} ${form.windows[0].start < form.start_date} ${when > now()}`, group("x"), #{ due: when });
            wait(form.windows[0].start, #{ latest: form.start_date });"#;
        let form = json!({ "start_date": "2026-03-02", "windows": [{ "start": "2026-02-01T08:00:00+01:00" }], "note": "2026-03-02" });
        let mut desk = with_dates(text, form, &["start_date", "windows[].start"]);
        assert_eq!(desk.row_at("0").arguments.values.get("until"), Some(&json!("2026-02-28T23:00:00.000000Z")));
        desk.good_at("0", Json::Null);
        let args = desk.row_at("1").arguments.values.get("args").cloned();
        assert_eq!(args, Some(json!({ "day": "2026-03-02", "windows": [{ "start": "2026-02-01T08:00:00+01:00" }] })));
        desk.good_at("1", Json::Null);
        let task = desk.row_at("2");
        assert_eq!(task.name, "2026-03-02 true true true");
        assert_eq!(task.arguments.options.get("due"), Some(&json!("2026-03-01T23:00:00.000000Z")));
        desk.good_at("2", Json::Null);
        assert_eq!(desk.row_at("3").arguments.options.get("latest"), Some(&json!("2026-03-01T23:00:00.000000Z")));
        desk.assert_stable();
    });
}

#[test]
fn dates_come_back_from_joins_as_dates() {
    deep(|| {
        let text = r#"
            let r = parallel(#{ day: || { task("t", group("x")); form.start_date } });
            task(`${r.day} ${r.day < now()}`, group("x"));"#;
        let mut desk = with_dates(text, json!({ "start_date": "2025-03-02" }), &["start_date"]);
        desk.good("t", Json::Null);
        assert_eq!(desk.open(), ["1 task 2025-03-02 true"]);
        desk.assert_stable();
    });
}

#[test]
fn only_times_are_compared_with_times() {
    deep(|| {
        let desk = Desk::start("if requester < now() { resolve(\"odd\"); }");
        assert!(desk.stuck().message.contains("only times"), "{}", desk.stuck());
    });
}

#[test]
fn a_freeze_is_asked_of_a_time_or_a_window() {
    deep(|| {
        let text = r#"
            let later = now() + "10d";
            resolve(`${in_freeze(now())} ${in_freeze(#{ start: later, end: later + "1h" })} ${in_freeze(form.window)} ${in_freeze(#{ start: later, end: now() })}`);"#;
        let form = json!({ "window": { "start": "2026-01-05T08:00:00Z", "end": "2026-01-05T09:00:00Z" } });
        let desk = with_dates(text, form, &["window.start", "window.end"]);
        assert_eq!(desk.ended().text, "true false true true");
        desk.assert_stable();
    });
}
