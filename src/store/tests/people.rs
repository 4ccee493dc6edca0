//! People and sign-in.

use crate::model::absence::{Absence, Scope};
use crate::model::ids::{AbsenceId, TokenId, UserId};
use crate::model::journal::RowKind;
use crate::model::origin::{Action, Audited};
use crate::model::people::{Group, People, Role};
use crate::store::testing::{Database, at, id, on_both};
use crate::store::{ApiToken, Credentials, NewPerson, Session, StoreError};

fn person(db: &Database, username: &str) -> NewPerson {
    let (users, _) = db.reader().people().unwrap();
    let user = users.into_iter().find(|user| user.username == username).unwrap();
    NewPerson { user, password_hash: None }
}

fn noted() -> Audited {
    Audited::new(at(0), None, Action::AbsenceChanged)
}

on_both! {
    fn people_are_read_with_roles_and_groups(db) {
        let (users, groups) = db.reader().people().unwrap();
        let people = People::new(users, groups);
        let lin = people.by_username("lin").unwrap();
        assert_eq!(lin.groups, [db.people.desk, db.people.board].into());
        assert_eq!(lin.roles, [Role::Handler].into());
        assert_eq!(people.by_username("ann").unwrap().manager, Some(db.people.max));
        let desk = people.by_group_name("service-desk").unwrap();
        assert_eq!(desk.members, [db.people.dora, db.people.lin].into());
        assert_eq!((desk.lead, desk.line), (Some(db.people.dora), 1));
    }

    fn a_change_of_people_raises_their_version_and_no_other(db) {
        let before = db.reader().world_versions().unwrap();
        let mut max = person(db, "max");
        max.user.roles.insert(Role::Agent);
        max.user.groups.clear();
        let version = db.store.save_people(vec![max.clone()], vec![], vec![]).unwrap();
        let after = db.reader().world_versions().unwrap();
        assert_eq!((after.people, after.content), (version, before.content));
        assert_eq!(version, before.people + 1);
        assert_eq!(person(db, "max").user, max.user);
    }

    fn a_taken_name_is_told_by_its_name(db) {
        let mut twin = person(db, "max");
        twin.user.id = UserId(id(1, 99));
        let refused = db.store.save_people(vec![twin], vec![], vec![]);
        assert_eq!(refused, Err(StoreError::Constraint { name: "users.username".to_owned() }));
        let group = Group { id: crate::model::ids::GroupId(id(2, 9)), name: "board".to_owned(), line: 0, lead: None, members: [].into(), terms: Default::default() };
        let refused = db.store.save_people(vec![], vec![group], vec![]);
        assert_eq!(refused, Err(StoreError::Constraint { name: "groups.name".to_owned() }));
        assert_eq!(db.reader().people().unwrap().0.len(), 4);
    }

    fn absences_are_kept_until_they_end_and_refused_by_who_looks_at_the_others(db) {
        let absence = |n: u32, substitute| Absence {
            id: AbsenceId(id(8, n)),
            person: db.people.max,
            substitute,
            from: at(10),
            to: at(20),
            scope: Scope { items: ["laptop".to_owned()].into(), kinds: [RowKind::Approval].into() },
            registered_by: db.people.dora,
            registered_at: at(i64::from(n)),
        };
        let (first, second) = (absence(1, db.people.dora), absence(2, db.people.lin));
        let before = db.reader().world_versions().unwrap().people;
        let key = Some(("u/max/leave".to_owned(), [7; 32]));
        assert_eq!(db.store.add_absence(first.clone(), key.clone(), vec![], noted(), |others| { assert!(others.is_empty()); Ok(()) }), Ok(Ok(())));
        assert_eq!(db.reader().world_versions().unwrap().people, before + 1, "the World is read anew");
        let twin = db.store.add_absence(absence(3, db.people.ann), key, vec![], noted(), |_| Ok(()));
        assert_eq!(twin, Err(StoreError::Constraint { name: "absences.command".to_owned() }));
        let no = crate::model::problem::Refusal::not_found();
        let refused = no.clone();
        assert_eq!(db.store.add_absence(second.clone(), None, vec![], noted(), move |_| Err(refused)), Ok(Err(no)));
        assert_eq!(db.reader().absences(at(0)).unwrap(), std::slice::from_ref(&first));
        assert!(db.reader().absences(at(20)).unwrap().is_empty(), "its end is no part of it");
        let changed = Absence { to: at(30), ..first.clone() };
        let changes = |before: &Absence| db.store.change_absence(before.clone(), changed.clone(), at(0), vec![], noted(), |_| Ok(()));
        assert_eq!(changes(&first), Ok(Some(Ok(()))));
        assert_eq!(changes(&first), Ok(None), "it is another by now");
        assert_eq!(db.reader().absences_of(db.people.dora).unwrap(), std::slice::from_ref(&changed));
        assert_eq!(db.reader().absence_registered("u/max/leave").unwrap(), Some((first.id, vec![7; 32])));
        assert_eq!(db.store.drop_absence(changed, vec![], noted()), Ok(true));
        assert_eq!(db.reader().absence(first.id).unwrap(), None);
    }

    fn all_people_of_a_call_are_saved_or_none(db) {
        let mut max = person(db, "max");
        max.user.name = "changed".to_owned();
        let mut twin = person(db, "ann");
        twin.user.id = UserId(id(1, 99));
        let before = db.reader().world_versions().unwrap();
        assert!(db.store.save_people(vec![max, twin], vec![], vec![]).is_err());
        assert_eq!(person(db, "max").user.name, "MAX");
        assert_eq!(db.reader().world_versions().unwrap(), before);
    }

    fn a_password_stays_until_it_is_replaced(db) {
        assert_eq!(db.reader().credentials("nobody").unwrap(), None);
        let mut ann = person(db, "ann");
        ann.password_hash = Some("first".to_owned());
        db.store.save_people(vec![ann.clone()], vec![], vec![]).unwrap();
        ann.password_hash = None;
        ann.user.active = false;
        db.store.save_people(vec![ann], vec![], vec![]).unwrap();
        let found = db.reader().credentials("ann").unwrap();
        let expected = Credentials { user: db.people.ann, password_hash: Some("first".to_owned()), active: false };
        assert_eq!(found, Some(expected));
        db.store.set_password(db.people.ann, "second".to_owned()).unwrap();
        assert_eq!(db.reader().credentials("ann").unwrap().unwrap().password_hash.as_deref(), Some("second"));
        assert_eq!(db.store.set_password(UserId(id(1, 99)), "x".to_owned()), Err(StoreError::NotFound));
    }

    fn a_session_lasts_until_it_is_over_ended_or_its_person_disabled(db) {
        let session = |minutes: i64| Session { user: db.people.ann, created_at: at(0), expires_at: at(minutes * 60), cookie: true };
        db.store.create_session([1; 32], session(10)).unwrap();
        db.store.create_session([2; 32], session(20)).unwrap();
        assert_eq!(db.reader().session(&[1; 32], at(1)).unwrap(), Some(session(10)));
        assert_eq!(db.reader().session(&[1; 32], at(600)).unwrap(), None, "over");
        assert_eq!(db.reader().session(&[9; 32], at(1)).unwrap(), None, "unknown");
        assert!(db.store.delete_session([1; 32], None).unwrap());
        assert!(!db.store.delete_session([1; 32], None).unwrap());
        assert_eq!(db.reader().session(&[1; 32], at(1)).unwrap(), None, "ended");
        let mut ann = person(db, "ann");
        ann.user.active = false;
        db.store.save_people(vec![ann], vec![], vec![]).unwrap();
        assert_eq!(db.reader().session(&[2; 32], at(1)).unwrap(), None, "disabled");
        assert_eq!(db.store.delete_sessions_of(db.people.ann).unwrap(), 1);
    }

    fn sessions_that_are_over_are_swept_out(db) {
        let session = |from, to| Session { user: db.people.ann, created_at: at(from), expires_at: at(to), cookie: false };
        db.store.create_session([1; 32], session(0, 10)).unwrap();
        db.store.create_session([2; 32], session(10, 20)).unwrap();
        assert!(!db.store.delete_session([1; 32], None).unwrap());
    }

    fn an_api_token_is_good_until_it_is_over_or_taken_back(db) {
        let token = |n, expires_at| ApiToken {
            id: TokenId(id(8, n)),
            user: db.people.dora,
            name: format!("token {n}"),
            created_at: at(i64::from(n)),
            expires_at,
            revoked_at: None,
        };
        db.store.create_token([1; 32], token(1, None), None).unwrap();
        db.store.create_token([2; 32], token(2, Some(at(100))), None).unwrap();
        assert_eq!(db.reader().api_token(&[1; 32], at(1_000)).unwrap(), Some(token(1, None)));
        assert_eq!(db.reader().api_token(&[2; 32], at(99)).unwrap(), Some(token(2, Some(at(100)))));
        assert_eq!(db.reader().api_token(&[2; 32], at(100)).unwrap(), None);
        assert!(!db.store.revoke_token(TokenId(id(8, 1)), db.people.ann, at(5), None).unwrap(), "not hers");
        assert!(db.store.revoke_token(TokenId(id(8, 1)), db.people.dora, at(5), None).unwrap());
        assert_eq!(db.reader().api_token(&[1; 32], at(6)).unwrap(), None);
        let names: Vec<String> = db.reader().tokens_of(db.people.dora).unwrap().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["token 2", "token 1"]);
        let twin = db.store.create_token([2; 32], token(3, None), None);
        assert!(matches!(twin, Err(StoreError::Constraint { .. })));
    }
}
