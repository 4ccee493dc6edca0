//! Releases: atomic, in one line, with what a folder last said kept apart.

use crate::model::ids::ReleaseId;
use crate::store::testing::{at, id, on_both};
use crate::store::{Release, ReleaseFile, StoreError, WorkflowVersion, content_hash};

fn release(n: u32, parent: Option<u32>) -> Release {
    Release {
        id: ReleaseId(id(9, n)),
        parent: parent.map(|n| ReleaseId(id(9, n))),
        at: at(i64::from(n)),
        author: None,
        note: "why".to_owned(),
    }
}

fn file(path: &str, text: Option<&str>, from_folder: bool) -> ReleaseFile {
    ReleaseFile { path: path.to_owned(), text: text.map(str::to_owned), from_folder }
}

on_both! {
    fn a_release_brings_files_and_versions_into_force(db) {
        let before = db.reader().world_versions().unwrap();
        let version = WorkflowVersion {
            hash: "v1".to_owned(),
            item: "laptop".to_owned(),
            files: [("workflows/laptop.rhai".to_owned(), content_hash("sla()"))].into(),
        };
        let files = vec![file("workflows/laptop.rhai", Some("sla()"), true), file("schemas/laptop.json", Some("{}"), true)];
        let raised = db.store.publish(release(1, None), files, vec![version.clone(), version.clone()]).unwrap();
        assert_eq!(raised, before.content + 1);
        assert_eq!(db.reader().world_versions().unwrap().content, raised);
        assert_eq!(db.reader().workflow_version("v1").unwrap(), Some(version));
        assert_eq!(db.reader().workflow_version("v2").unwrap(), None);
        assert_eq!(db.reader().content(&content_hash("sla()")).unwrap().as_deref(), Some("sla()"));
        let texts = db.reader().published_texts().unwrap();
        assert_eq!(texts.get("schemas/laptop.json").map(String::as_str), Some("{}"));
        assert_eq!(db.reader().head_release().unwrap(), Some(release(1, None)));
        assert_eq!(db.reader().release_files(ReleaseId(id(9, 1))).unwrap().len(), 2);
    }

    fn only_the_newest_release_has_a_successor(db) {
        db.store.publish(release(1, None), vec![], vec![]).unwrap();
        assert_eq!(db.store.publish(release(2, None), vec![], vec![]), Err(StoreError::Conflict));
        db.store.publish(release(2, Some(1)), vec![], vec![]).unwrap();
        let before = db.reader().world_versions().unwrap();
        let late = db.store.publish(release(3, Some(1)), vec![file("a", Some("b"), true)], vec![]);
        assert_eq!(late, Err(StoreError::Conflict));
        assert_eq!(db.reader().world_versions().unwrap(), before);
        assert!(db.reader().published().unwrap().is_empty());
    }

    fn what_the_folder_last_said_is_kept_apart(db) {
        let state = |path: &str| {
            let found = db.reader().published().unwrap().into_iter().find(|file| file.path == path);
            found.map(|file| (file.hash, file.folder_hash))
        };
        let hash = |text: &str| Some(content_hash(text));
        db.store.publish(release(1, None), vec![file("a", Some("one"), true)], vec![]).unwrap();
        assert_eq!(state("a"), Some((hash("one"), hash("one"))));
        db.store.publish(release(2, Some(1)), vec![file("a", Some("two"), false)], vec![]).unwrap();
        assert_eq!(state("a"), Some((hash("two"), hash("one"))));
        db.store.publish(release(3, Some(2)), vec![file("a", None, false)], vec![]).unwrap();
        assert_eq!(state("a"), Some((None, hash("one"))), "removed through the API");
        assert!(db.reader().published_texts().unwrap().is_empty());
        assert!(db.reader().release_files(ReleaseId(id(9, 3))).unwrap().is_empty());
        db.store.publish(release(4, Some(3)), vec![file("a", Some("three"), true)], vec![]).unwrap();
        assert_eq!(state("a"), Some((hash("three"), hash("three"))));
        db.store.publish(release(5, Some(4)), vec![file("a", None, true)], vec![]).unwrap();
        assert_eq!(state("a"), None, "removed from the folder");
        assert_eq!(db.reader().release_files(ReleaseId(id(9, 4))).unwrap(), [("a".to_owned(), content_hash("three"))]);
    }
}
