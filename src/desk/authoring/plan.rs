//! What a new version would mean for the tickets that are under way: each one's
//! journal is replayed against it, and nothing is written. On threads of its own
//! with the stack of scripts, since there may be thousands.

use super::{may_read, scope};
use crate::desk::clock::Ids;
use crate::desk::content::{self, Against, Files};
use crate::desk::decide::{self, Rehearsed, Replay};
use crate::desk::load::LoadBoard;
use crate::desk::releases::{PublishError, checked};
use crate::desk::{Caller, Desk, Shared, World, cores, unavailable};
use crate::model::people::User;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::ticket::number_text;
use crate::model::view::Sight;
use crate::script::STACK_BYTES;
use crate::store::{Depth, Reader, ReleaseFile, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use utoipa::ToSchema;

/// Numbers read at once.
const PAGE: i64 = 1_000;

/// What a new version of a workflow would mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Plan {
    /// Open tickets whose journal the new version replays to the very steps that are open.
    pub unchanged: usize,
    /// Those that it replays and then takes further at once: steps would open, or the ticket would end.
    pub further: Vec<Further>,
    /// Those that it cannot go on with.
    pub diverging: Vec<Diverging>,
}

/// A ticket that would go further at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Further {
    /// Its number.
    pub number: String,
    /// Names of the steps that would open; none where it would end.
    pub steps: Vec<String>,
}

/// A ticket that the new version cannot go on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Diverging {
    /// Its number.
    pub number: String,
    /// The line of the new script; 0 where the whole of it is meant.
    pub line: u32,
    /// Why, in words.
    pub reason: String,
}

/// Tickets that would go on under a new version, and what the plan says of the rest.
pub(super) struct Movable {
    pub(super) tickets: Vec<(i64, String)>,
    pub(super) plan: Plan,
}

impl Desk {
    /// Replays the journals of all open tickets of a workflow against a new text
    /// of it. Writes nothing.
    ///
    /// # Errors
    /// 403 for whom scripts are not for, 404 where there is no such workflow,
    /// 422 with the faults of the new text.
    pub async fn plan(&self, caller: &Caller, name: String, source: String) -> Result<Plan, Refusal> {
        may_read(&caller.user)?;
        let user = caller.user.clone();
        self.aside(move |desk| {
            scope::ask_to_plan(&user, &desk.world(), &name)?;
            let world = with_source(desk, &name, source)?;
            Ok(rehearse(desk.shared(), &world, &user, &BTreeSet::from([name]))?.plan)
        })
        .await
    }
}

/// The World as it would be with a new text of one workflow.
fn with_source(desk: &Desk, name: &str, source: String) -> Result<Arc<World>, Refusal> {
    let world = desk.world();
    if !world.content.workflows.contains_key(name) {
        return Err(Refusal::not_found());
    }
    let texts = desk.store().reader().and_then(|mut reader| reader.published_texts());
    let mut files = texts.map_err(|error| unavailable(&error))?;
    files.insert(format!("workflows/{name}.rhai"), source);
    let built = content::build(&files, &desk.shared().options.installation, Against::default());
    let refused = |faults| Refusal::with_faults(Code::Invalid, "The new version has faults.", faults);
    let content = built.map_err(refused)?;
    Ok(Arc::new(World { content: Arc::new(content), ..World::clone(&world) }))
}

/// What changes of several files would mean for open tickets, or the faults of
/// what would be in force.
pub(super) fn rehearse_files(
    desk: &Desk,
    user: &User,
    in_force: &Files,
    changed: &BTreeMap<String, Option<String>>,
) -> Result<Result<Plan, Vec<Fault>>, Refusal> {
    let mut files = in_force.clone();
    let changes: Vec<ReleaseFile> = changed
        .iter()
        .map(|(path, text)| ReleaseFile { path: path.clone(), text: text.clone(), from_folder: false })
        .collect();
    let world = desk.world();
    let content = match checked(&mut files, &changes, desk.content_rules(&world)) {
        Ok((content, _)) => content,
        Err(PublishError::Faults(faults)) => return Ok(Err(faults)),
        Err(PublishError::Store(error)) => return Err(unavailable(&error)),
        Err(PublishError::Refused(refusal)) => return Err(*refusal),
    };
    let world = Arc::new(World { content: Arc::new(content), ..World::clone(&world) });
    let paths: Vec<String> = changed.keys().cloned().collect();
    Ok(Ok(rehearse(desk.shared(), &world, user, &concerned(&world, &paths))?.plan))
}

/// Open tickets that the versions now in force would take over, of the
/// workflows that these changed paths concern.
pub(super) fn movable(desk: &Desk, user: &User, changed: &[String]) -> Result<Movable, Refusal> {
    let world = desk.world();
    rehearse(desk.shared(), &world, user, &concerned(&world, changed))
}

/// The workflows that changed paths concern.
fn concerned(world: &World, changed: &[String]) -> BTreeSet<String> {
    let all = || world.content.workflows.keys().cloned().collect();
    let named = |path: &String| Some(path.strip_prefix("workflows/")?.strip_suffix(".rhai")?.to_owned());
    match changed.iter().any(|path| path.starts_with("workflows/lib/")) {
        true => all(),
        false => changed.iter().filter_map(named).filter(|name| !name.contains('/')).collect(),
    }
}

/// Confidential tickets are left out for who does not see them.
fn rehearse(
    shared: &Shared,
    world: &Arc<World>,
    user: &User,
    workflows: &BTreeSet<String>,
) -> Result<Movable, Refusal> {
    let items: Vec<String> = world
        .content
        .items
        .values()
        .filter(|item| workflows.contains(item.workflow()))
        .map(|item| item.name.clone())
        .collect();
    let numbers = open_numbers(shared, &items).map_err(|error| unavailable(&error))?;
    let share = numbers.len().div_ceil(cores(0)).max(1);
    let parts = std::thread::scope(|scope| {
        let start = |part: &'_ [i64]| {
            let part = part.to_vec();
            let builder = std::thread::Builder::new().name("plan".to_owned()).stack_size(STACK_BYTES);
            builder.spawn_scoped(scope, move || part_of(shared, world, user, &part))
        };
        let threads: Vec<_> = numbers.chunks(share).map(start).collect();
        let ended = threads.into_iter().map(|thread| match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(part)) => part,
            _ => Err(StoreError::Unavailable("a thread of the plan ended".to_owned())),
        });
        ended.collect::<Result<Vec<Movable>, StoreError>>()
    });
    let mut whole = Movable { tickets: Vec::new(), plan: Plan::default() };
    for part in parts.map_err(|error| unavailable(&error))? {
        whole.tickets.extend(part.tickets);
        whole.plan.unchanged += part.plan.unchanged;
        whole.plan.further.extend(part.plan.further);
        whole.plan.diverging.extend(part.plan.diverging);
    }
    Ok(whole)
}

fn open_numbers(shared: &Shared, items: &[String]) -> Result<Vec<i64>, StoreError> {
    let mut reader = shared.store.reader()?;
    let (mut numbers, mut after) = (Vec::new(), 0);
    loop {
        let page = reader.open_numbers(Some(items), after, PAGE)?;
        let Some(last) = page.last() else { return Ok(numbers) };
        after = *last;
        numbers.extend(page);
    }
}

fn part_of(shared: &Shared, world: &Arc<World>, user: &User, numbers: &[i64]) -> Result<Movable, StoreError> {
    let mut reader = shared.store.reader()?;
    let mut part = Movable { tickets: Vec::new(), plan: Plan::default() };
    for number in numbers {
        if reader.is_secret(*number, &Sight::of(user))? {
            continue;
        }
        one(shared, world, &mut reader, *number, &mut part)?;
    }
    Ok(part)
}

/// Replays one ticket; one that ended meanwhile, or is stuck already, is passed over.
fn one(
    shared: &Shared,
    world: &Arc<World>,
    reader: &mut Reader,
    number: i64,
    part: &mut Movable,
) -> Result<(), StoreError> {
    let Some(state) = reader.state(number, Depth::Run)? else { return Ok(()) };
    let ticket = &state.ticket;
    let item = world.content.items.get(&ticket.item);
    let Some(program) = item.and_then(|item| world.content.workflows.get(item.workflow())) else { return Ok(()) };
    if !ticket.status.is_open() || ticket.flags.stuck {
        return Ok(());
    }
    let shown = number_text(ticket.kind, number);
    if ticket.pins.workflow == program.version {
        part.plan.unchanged += 1;
        return Ok(());
    }
    let item = shared.programs.item(reader, world, &ticket.item, &ticket.pins.schema)?;
    let replay = Replay::of(state, Some(Arc::clone(program)), item);
    let board = Arc::new(LoadBoard::default());
    let now = shared.clock.now();
    match decide::replay(replay, world, &board, now, &mut Ids::new(shared.clock.as_ref())) {
        Ok(Rehearsed::Same) => part.plan.unchanged += 1,
        Ok(Rehearsed::Further(steps)) => part.plan.further.push(Further { number: shown.clone(), steps }),
        Err(fault) => {
            part.plan.diverging.push(diverging(shown, &fault));
            return Ok(());
        }
    }
    part.tickets.push((number, shown));
    Ok(())
}

fn diverging(number: String, fault: &Fault) -> Diverging {
    Diverging { number, line: fault.line, reason: fault.message.clone() }
}
