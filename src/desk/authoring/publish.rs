//! A release through the API: files as wished, checked as a whole with all that
//! is in force, published or refused as a whole.

use super::draft::{Wished, refused, wished};
use super::plan::{Movable, movable};
use super::{Plan, proposals};
use crate::desk::clock::Ids;
use crate::desk::command::{Act, Command, Doer, Target};
use crate::desk::content::{self, Files};
use crate::desk::releases::{About, PublishError, Published, checked, publish_changes, publish_folder};
use crate::desk::{Caller, Desk, unavailable};
use crate::model::access::Right;
use crate::model::ids::{ProposalId, ReleaseId};
use crate::model::problem::{Fault, FieldError, Refusal, pointer_part};
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// So often a release is tried when others publish at the same time.
const TRIES: usize = 3;
const LONGEST_NOTE: usize = 2_000;
const LONGEST_PATH: usize = 200;

/// What an author wishes for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Texts by path in the content folder; `null` removes a file.
    #[schema(value_type = Object, example = json!({"workflows/laptop.rhai": "sla(\"hardware\");\nresolve(\"done\");\n"}))]
    pub files: BTreeMap<String, Option<String>>,
    /// Why.
    #[serde(default)]
    pub note: Option<String>,
    /// The release that the author has seen; another one in force is 412.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub parent: Option<ReleaseId>,
    /// Which open tickets go on under the new versions.
    #[serde(default)]
    pub migrate: Migrate,
    /// The text of one file that the author has seen; another one in force is 412.
    #[serde(skip)]
    pub seen: Option<Seen>,
    /// The proposal of somebody else that is approved by this.
    #[serde(skip)]
    pub approves: Option<ProposalId>,
}

/// A text that an author has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Path in the content folder.
    pub path: String,
    /// Hash of the text.
    pub hash: String,
}

/// Which open tickets go on under a new version; the others keep theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", untagged)]
pub enum Migrate {
    /// None of them.
    #[default]
    Nobody,
    /// `none`, or `matching`: every one whose journal the new version replays.
    Which(Moving),
    /// These, by number; each must match.
    Numbers(Vec<String>),
}

/// `none` or `matching`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// None of them.
    None,
    /// Every one whose journal the new version replays.
    Matching,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Publication {
    /// The release in force now.
    #[schema(value_type = Option<String>)]
    pub release: Option<ReleaseId>,
    /// Paths that it changed; none where all was as wished already.
    pub changed: Vec<String>,
    /// Numbers of tickets that go on under the new version.
    pub migrated: Vec<String>,
    /// Those that were to go on and could not, with the reason.
    pub kept: Vec<super::Diverging>,
    /// Where the policy wants a second pair of eyes: the proposal that this has become.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub proposal: Option<ProposalId>,
    /// What the check warns of in what is in force now.
    #[serde(default)]
    pub warnings: Vec<Fault>,
}

impl Desk {
    /// Publishes what a content folder holds, where it differs from what a
    /// folder published last. Blocks.
    ///
    /// # Errors
    /// All faults of what would be in force afterwards.
    pub fn publish_folder(&self, files: &Files) -> Result<Published, PublishError> {
        let clock = self.clock();
        let world = self.world();
        let rules = self.content_rules(&world);
        let published = publish_folder(self.store(), files, rules, clock, &mut Ids::new(clock))?;
        if !published.changed.is_empty() {
            self.know_release();
        }
        Ok(published)
    }

    /// The node that published knows it before it answers.
    fn know_release(&self) {
        if let Err(error) = self.refresh() {
            tracing::warn!(%error, "the World could not be refreshed after a release");
        }
    }

    /// Publishes files: all of them, or none.
    ///
    /// # Errors
    /// 403 for others than admins and for files beyond an author's categories,
    /// 412 where another release is in force than the author has seen, 422 with the faults of what would be in force.
    pub async fn publish(&self, caller: &Caller, wish: Wish) -> Result<Publication, Refusal> {
        Right::Publish.ask(&caller.user)?;
        check_shape(&wish)?;
        let caller = caller.clone();
        self.aside(move |desk| publish(desk, &caller, &wish)).await
    }

    /// Publishes the whole set of an earlier release again, as a new one.
    ///
    /// # Errors
    /// 403 for others than admins, 404 where there is no such release, 422 where
    /// it no longer passes the check.
    pub async fn roll_back(&self, caller: &Caller, to: ReleaseId) -> Result<Publication, Refusal> {
        Right::RollBack.ask(&caller.user)?;
        let caller = caller.clone();
        self.aside(move |desk| {
            let wish = as_it_was(desk, to)?;
            publish(desk, &caller, &wish)
        })
        .await
    }
}

/// The wish that brings an earlier release back.
fn as_it_was(desk: &Desk, to: ReleaseId) -> Result<Wish, Refusal> {
    let read = || {
        let mut reader = desk.store().reader()?;
        let then = reader.release_files(to)?;
        let mut files: BTreeMap<String, Option<String>> = BTreeMap::new();
        for now in reader.published()? {
            files.insert(now.path, None);
        }
        let known = !then.is_empty();
        for (path, hash) in then {
            let text = reader.content(&hash)?;
            files.insert(path, text);
        }
        Ok::<_, StoreError>(known.then_some(files))
    };
    let files = read().map_err(|error| unavailable(&error))?.ok_or_else(Refusal::not_found)?;
    Ok(Wish { files, note: Some(format!("as it was in release {to}")), ..Wish::default() })
}

pub(super) fn check_shape(wish: &Wish) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    if wish.files.is_empty() {
        errors.push(FieldError::new("/files", "minProperties", "name at least one file"));
    }
    for path in wish.files.keys() {
        if let Some(message) = wrong_path(path) {
            errors.push(FieldError::new(format!("/files/{}", pointer_part(path)), "path", message));
        }
    }
    if wish.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        errors.push(FieldError::new("/note", "maxLength", format!("at most {LONGEST_NOTE} characters are kept")));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

/// What is wrong with a path: authors publish workflows and schemas; plugins
/// are code of the installation and come from its folder.
pub(super) fn wrong_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| {
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']) && !part.chars().any(char::is_control)
    };
    if path.len() > LONGEST_PATH || parts.len() < 2 || !parts.iter().all(plain) {
        return Some("a path is like workflows/laptop.rhai".to_owned());
    }
    if !matches!(parts.first(), Some(&"workflows" | &"schemas")) {
        return Some("only files under workflows/ and schemas/ are published through the API".to_owned());
    }
    (!content::belongs(path)).then(|| "a file of the content ends in .rhai, .toml, .json, .csv or .ics".to_owned())
}

pub(super) fn publish(desk: &Desk, caller: &Caller, wish: &Wish) -> Result<Publication, Refusal> {
    for _ in 0..TRIES {
        match attempt(desk, caller, wish) {
            Err(PublishError::Store(StoreError::Conflict)) => {}
            Err(error) => return Err(refused(error, "What would be in force has faults; nothing was published.")),
            Ok(publication) => return Ok(publication),
        }
    }
    Err(Refusal::unavailable("Others are publishing at the same time."))
}

fn attempt(desk: &Desk, caller: &Caller, wish: &Wish) -> Result<Publication, PublishError> {
    let world = desk.world();
    let Wished { head, in_force, changes } = wished(desk, &caller.user, &world, wish)?;
    if changes.is_empty() {
        return Ok(Publication {
            release: head,
            changed: Vec::new(),
            migrated: Vec::new(),
            kept: Vec::new(),
            proposal: None,
            warnings: Vec::new(),
        });
    }
    let wished: BTreeMap<String, Option<String>> =
        changes.iter().map(|change| (change.path.clone(), change.text.clone())).collect();
    if wish.approves.is_none() && proposals::wanted(&in_force, &wished) {
        let (_, warnings) = checked(&mut in_force.clone(), &changes, desk.content_rules(&world))?;
        let proposal = proposals::propose(desk, &caller.user, wish, &in_force, wished)?;
        let none = (Vec::new(), Vec::new(), Vec::new());
        let (changed, migrated, kept) = none;
        return Ok(Publication { release: head, changed, migrated, kept, proposal: Some(proposal), warnings });
    }
    let changed: Vec<String> = changes.iter().map(|change| change.path.clone()).collect();
    let (author, approval) = match wish.approves {
        Some(id) => {
            let (author, approval) = proposals::approval(desk, &caller.user, id, &changed)?;
            (author, Some(approval))
        }
        None => (caller.user.id, None),
    };
    let note = wish.note.clone().unwrap_or_default();
    let about = About { parent: head, author: Some(author), note, approval };
    let clock = desk.clock();
    let (release, warnings) = publish_changes(
        desk.store(),
        in_force,
        changes,
        about,
        desk.content_rules(&world),
        clock,
        &mut Ids::new(clock),
    )?;
    desk.know_release();
    let (migrated, kept) = migrate(desk, caller, wish, &changed).map_err(PublishError::from)?;
    Ok(Publication { release: Some(release), changed, migrated, kept, proposal: None, warnings })
}

/// Moves open tickets to the new versions, one command each.
fn migrate(
    desk: &Desk,
    caller: &Caller,
    wish: &Wish,
    changed: &[String],
) -> Result<(Vec<String>, Vec<super::Diverging>), Refusal> {
    let wanted: Option<&Vec<String>> = match &wish.migrate {
        Migrate::Nobody | Migrate::Which(Moving::None) => return Ok((Vec::new(), Vec::new())),
        Migrate::Which(Moving::Matching) => None,
        Migrate::Numbers(numbers) => Some(numbers),
    };
    let Movable { tickets, plan } = movable(desk, &caller.user, changed)?;
    let Plan { diverging, .. } = plan;
    let is_wanted = |number: &String| wanted.is_none_or(|wanted| wanted.contains(number));
    let mut kept: Vec<super::Diverging> = diverging.into_iter().filter(|one| is_wanted(&one.number)).collect();
    let mut migrated = Vec::new();
    for (number, shown) in tickets.into_iter().filter(|(_, shown)| is_wanted(shown)) {
        let command = Command {
            id: format!("u/{}/migrate/{}", caller.user.id, desk.fresh_id()),
            fingerprint: [0; 32],
            doer: Doer::Person { user: caller.user.clone(), token: caller.token_name.clone() },
            target: Target::Ticket(number),
            expect: None,
            act: Act::Migrate,
        };
        match desk.carry_out_blocking(command) {
            Ok(_) => migrated.push(shown),
            Err(refusal) => kept.push(super::Diverging { number: shown, line: 0, reason: refusal.detail }),
        }
    }
    Ok((migrated, kept))
}
