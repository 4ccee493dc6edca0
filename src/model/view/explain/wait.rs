//! What a ticket waits for, step by step: for whom, since when, what happens
//! next by itself, and what would move it on.

use super::Found;
use crate::model::approval::{Ballot, Vote};
use crate::model::closing::kept_open;
use crate::model::event::ActorType;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, Origin, Place, RowKind, WENT_WRONG};
use crate::model::ladder::Rung;
use crate::model::time::Time;
use crate::model::view::Viewer;
use crate::model::view::headline::Language;
use crate::model::view::moment::moment;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// Why the ticket waits at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StepWhy {
    /// The step's id.
    pub step: StepId,
    /// What it is.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// Its varying part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// By whom: names of people and groups.
    #[serde(rename = "for")]
    pub waits_for: Vec<String>,
    /// Since when.
    pub since: Time,
    /// Due at.
    pub due_at: Option<Time>,
    /// What would move it on, in the caller's language.
    pub moves_on: String,
    /// What comes by itself, soonest first.
    pub next: Vec<Moment>,
    /// How often it was asked one level higher.
    pub level: u32,
    /// The levels that it will go up if nobody answers, with their times; for staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<LevelWhy>,
    /// What went wrong at the last attempt of a plugin call; for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// Whom the script named, `manager_of(ann)`; for staff.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<String>,
    /// The line of the script; for staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What the script passed to the step; for staff.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Json>,
}

/// Who will be asked in addition, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LevelWhy {
    /// Which level, from 1.
    pub level: u32,
    /// When.
    pub at: Time,
    /// Names of people and groups.
    #[serde(rename = "for")]
    pub asks: Vec<String>,
    /// Whether it is the last: from then on they are reminded daily.
    pub last: bool,
}

/// Something that comes by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Moment {
    /// When.
    pub at: Time,
    /// What, in the caller's language.
    pub what: String,
}

/// Every open step, in the order of opening.
pub(super) fn steps(viewer: &Viewer<'_>, found: &Found<'_>) -> Vec<StepWhy> {
    let shown =
        |row: &&JournalRow| row.is_open() && row.kind.waits() && (row.origin != Origin::Undo || viewer.is_staff());
    found.open.iter().filter(shown).map(|row| step(viewer, found, row)).collect()
}

fn step(viewer: &Viewer<'_>, found: &Found<'_>, row: &JournalRow) -> StepWhy {
    let staff = viewer.is_staff();
    let wait = crate::model::view::ticket::wait(viewer, row);
    let moves_on = moves_on(viewer, found, row, &wait.waits_for);
    let delivery = found.deliveries.iter().find(|delivery| delivery.step == row.id);
    StepWhy {
        step: row.id,
        kind: row.kind,
        name: viewer.say(&row.name),
        about: row.arguments.about.clone(),
        waits_for: wait.waits_for,
        since: row.opened_at,
        due_at: row.due_at,
        moves_on,
        next: next(viewer, found, row),
        level: row.arguments.level,
        ladder: if staff { ladder(viewer, found, row) } else { Vec::new() },
        last_error: delivery.and_then(|delivery| delivery.last_error.clone()).filter(|_| staff),
        asked: if staff { row.arguments.who.iter().map(ToString::to_string).collect() } else { Vec::new() },
        place: staff.then(|| row.place.clone()).filter(|place| !place.source.is_empty()),
        inputs: staff.then(|| inputs(row)),
    }
}

fn ladder(viewer: &Viewer<'_>, found: &Found<'_>, row: &JournalRow) -> Vec<LevelWhy> {
    let rungs = found.ladders.iter().filter(|(step, _)| *step == row.id);
    rungs.flat_map(|(_, rungs)| levels(viewer, rungs)).collect()
}

/// The levels of a ladder, as staff see them.
pub fn levels(viewer: &Viewer<'_>, rungs: &[Rung]) -> Vec<LevelWhy> {
    let rungs = rungs.iter();
    let names = |rung: &Rung| {
        let people = rung.people().into_iter().map(|id| viewer.person(id).name);
        people.chain(rung.groups.iter().map(|id| viewer.group_called(*id))).collect()
    };
    rungs.map(|rung| LevelWhy { level: rung.level, at: rung.at, asks: names(rung), last: rung.last }).collect()
}

/// What the script passed: options as they were written, values, the amount.
fn inputs(row: &JournalRow) -> Json {
    let arguments = &row.arguments;
    let mut inputs = arguments.options.clone();
    inputs.extend(arguments.values.clone());
    if let Some(amount) = &arguments.amount {
        inputs.insert("amount".to_owned(), serde_json::json!(amount));
    }
    Json::Object(inputs)
}

/// What would move the step on.
fn moves_on(viewer: &Viewer<'_>, found: &Found<'_>, row: &JournalRow, names: &[String]) -> String {
    let language = Language::of(&viewer.user.language);
    let who = names.join(language.pick([", ", "、", ", "]));
    let texts = match row.kind {
        RowKind::Approval => ["{who} approves or rejects it", "由{who}批准或驳回", "{who}: согласовать или отклонить"],
        RowKind::Cost => [
            "{who} confirms or declines the cost",
            "由{who}确认或拒绝费用",
            "{who}: подтвердить стоимость или отказаться",
        ],
        RowKind::Task | RowKind::Work => {
            ["{who} reports it done or failed", "由{who}报告完成或失败", "{who}: сообщить, что сделано или не удалось"]
        }
        RowKind::Question if row.is_rework() => [
            "{who} corrects the form or sends it again",
            "由{who}修改表单或重新提交",
            "{who}: исправить форму или отправить снова",
        ],
        RowKind::Question if row.is_cancel_wish() => {
            ["{who} says whether it is cancelled", "由{who}决定是否取消", "{who}: решить, отменять ли заявку"]
        }
        RowKind::Question => ["{who} answers the question", "由{who}回答问题", "{who}: ответить на вопрос"],
        // A call that a person decides on.
        RowKind::Plugin | RowKind::Ticket if row.arguments.values.contains_key(WENT_WRONG) => [
            "{who} lets it fail, tries it again or answers in its place",
            "由{who}决定：任其失败、重试或代为答复",
            "{who}: признать неудачу, повторить или ответить вручную",
        ],
        RowKind::Plugin => ["the system {who} answers", "系统 {who} 给出答复", "ответит система {who}"],
        RowKind::Wait if !row.name.is_empty() => {
            ["the event {name} arrives", "事件“{name}”到来", "придёт событие {name}"]
        }
        RowKind::Ticket => ["the other ticket ends", "另一工单结束", "завершится другая заявка"],
        _ => ["its time comes", "到达预定时间", "наступит его время"],
    };
    let mut text = language.pick(texts).replace("{who}", &who).replace("{name}", &viewer.say(&row.name));
    if let Some(missing) = missing_votes(found, row).filter(|missing| *missing > 1) {
        let more = language.pick(["; {n} more must say yes", "；还需{n}人同意", "; нужно ещё согласий: {n}"]);
        text.push_str(&more.replace("{n}", &missing.to_string()));
    }
    text
}

/// How many yeses an approval still needs.
fn missing_votes(found: &Found<'_>, row: &JournalRow) -> Option<usize> {
    let rule = row.arguments.rule.as_ref()?;
    let counted = |vote: &Vote| vote.ballot == Ballot::Approved && rule.counts(vote.voter);
    let yes = found.votes.iter().filter(|(step, vote)| *step == row.id && counted(vote)).count();
    Some((rule.needed as usize).saturating_sub(yes))
}

/// What comes by itself: reminders, the end of its time, the next try of a call.
fn next(viewer: &Viewer<'_>, found: &Found<'_>, row: &JournalRow) -> Vec<Moment> {
    let language = Language::of(&viewer.user.language);
    let stem = format!("step/{}/", row.id);
    let mut next: Vec<Moment> = found
        .timers
        .iter()
        .filter_map(|timer| {
            let what = timer.key.strip_prefix(&stem)?;
            let texts = match what.split('/').next() {
                Some("due") => over(row),
                Some("remind") => ["a reminder is sent", "发送提醒", "будет отправлено напоминание"],
                _ => return None,
            };
            Some(Moment { at: timer.due_at, what: language.pick(texts).to_owned() })
        })
        .collect();
    let tries = found.deliveries.iter().filter(|delivery| delivery.step == row.id);
    next.extend(tries.map(|delivery| {
        let text = language.pick(["try {n} of the call", "第{n}次尝试调用", "попытка вызова № {n}"]);
        Moment { at: delivery.next_at, what: text.replace("{n}", &(delivery.attempt + 1).to_string()) }
    }));
    next.sort_by_key(|moment| moment.at);
    next
}

/// What the end of a step's time means, as its own option says it.
fn over(row: &JournalRow) -> [&'static str; 3] {
    match row.arguments.options.get("on_timeout").and_then(Json::as_str) {
        Some("escalate") => ["the next level is asked as well", "同时询问上一级", "будет спрошен и следующий уровень"],
        Some("expire") => ["its time is over: it expires", "超时失效", "срок истечёт, и шаг завершится"],
        Some("go_on") => {
            ["its time is over: the workflow goes on without it", "超时后流程继续", "процесс пойдёт дальше без него"]
        }
        Some("approve") => ["it counts as approved", "视为批准", "будет считаться согласованным"],
        Some("reject") => ["it counts as rejected", "视为驳回", "будет считаться отклонённым"],
        _ => [
            "it is overdue, and they are reminded daily",
            "逾期，每日提醒",
            "будет просрочено, с ежедневными напоминаниями",
        ],
    }
}

/// What comes by itself for the whole ticket: its clocks.
pub(super) fn clocks(viewer: &Viewer<'_>, found: &Found<'_>) -> Vec<String> {
    let language = Language::of(&viewer.user.language);
    let mut timers: Vec<_> = found.timers.iter().collect();
    timers.sort_by_key(|timer| timer.due_at);
    let line = |timer: &&crate::model::changes::Timer| {
        let texts = match timer.key.as_str() {
            "sla/respond" => {
                ["{at}: somebody must have responded", "{at}：须有人响应", "{at}: кто-то должен отреагировать"]
            }
            "sla/resolve" => ["{at}: it must be resolved", "{at}：须解决", "{at}: заявка должна быть решена"],
            "hold/until" => ["{at}: the hold is over", "{at}：暂停结束", "{at}: приостановка закончится"],
            "hold/give_up" => {
                ["{at}: it is given up if nobody answers", "{at}：若无人答复则取消", "{at}: без ответа будет отменена"]
            }
            hold if hold.starts_with("hold/remind/") => {
                ["{at}: the requester is reminded", "{at}：提醒申请人", "{at}: напоминание заявителю"]
            }
            nudge if nudge.starts_with("nudge/") => [
                "{at}: the requester is reminded to confirm",
                "{at}：提醒申请人确认",
                "{at}: напоминание заявителю о подтверждении",
            ],
            "close" if kept_open(viewer.policy, found.ticket).is_some() => [
                "{at}: the owner is told that it is still open",
                "{at}：提醒负责人仍未关闭",
                "{at}: ответственному напомнят, что заявка не закрыта",
            ],
            "close" => ["{at}: it closes by itself", "{at}：自动关闭", "{at}: закроется сама"],
            "cancel" => ["{at}: it is cancelled at the latest", "{at}：最迟取消", "{at}: будет отменена не позднее"],
            _ => return None,
        };
        Some(language.pick(texts).replace("{at}", &moment(language, &viewer.user.zone, timer.due_at)))
    };
    timers.iter().filter_map(line).collect()
}

/// Who gave something, for sentences: a person's name, else what sort of thing it was.
pub(super) fn actor_name(language: Language, kind: ActorType, name: &str) -> String {
    match kind {
        ActorType::Person => name.to_owned(),
        ActorType::Workflow => language.pick(["the workflow", "流程", "процесс"]).to_owned(),
        ActorType::Job => language.pick(["a scheduled job", "定时作业", "задание по расписанию"]).to_owned(),
        _ => language.pick(["the desk", "服务台系统", "система"]).to_owned(),
    }
}
