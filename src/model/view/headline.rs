//! The headline: one sentence in the viewer's language that says what a ticket
//! waits for, as a clerk would say it.

use super::moment::moment;
use super::{HoldView, Viewer, WaitView};
use crate::model::journal::RowKind;
use crate::model::status::Status;
use crate::model::ticket::{ClosureCode, Ticket};

/// The three languages of sentences.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Language {
    English,
    Chinese,
    Russian,
}

impl Language {
    pub(super) fn of(tag: &str) -> Self {
        match tag.get(..2) {
            Some("zh") => Language::Chinese,
            Some("ru") => Language::Russian,
            _ => Language::English,
        }
    }
    pub(super) fn pick(self, texts: [&'static str; 3]) -> &'static str {
        let [english, chinese, russian] = texts;
        match self {
            Language::English => english,
            Language::Chinese => chinese,
            Language::Russian => russian,
        }
    }
}

/// What is waited for, `{who}` and `{name}` to be filled in.
fn waiting_for(kind: RowKind, named: bool) -> [&'static str; 3] {
    match kind {
        RowKind::Approval => {
            ["waits for {who}’s approval ({name})", "等待{who}审批（{name}）", "ждёт согласования: {who} ({name})"]
        }
        RowKind::Cost => {
            ["waits for {who} to confirm the cost", "等待{who}确认费用", "ждёт подтверждения стоимости: {who}"]
        }
        RowKind::Question => {
            ["waits for {who}’s answer ({name})", "等待{who}答复（{name}）", "ждёт ответа: {who} ({name})"]
        }
        RowKind::Plugin => ["waits for the system {who}", "等待系统 {who}", "ждёт систему {who}"],
        RowKind::Wait if named => ["waits for the event {name}", "等待事件 {name}", "ждёт события {name}"],
        RowKind::Wait => ["waits for its time", "等待预定时间", "ждёт своего времени"],
        RowKind::Ticket => {
            ["waits for another ticket ({name})", "等待另一工单（{name}）", "ждёт другую заявку ({name})"]
        }
        _ => ["waits for {who}: {name}", "等待{who}：{name}", "ждёт: {who} — {name}"],
    }
}

fn closed(code: Option<ClosureCode>) -> [&'static str; 3] {
    match code {
        Some(ClosureCode::ApprovalRejected) => {
            ["closed: approval not passed", "已关闭：审批未通过", "закрыта: не согласовано"]
        }
        Some(ClosureCode::Failed) => ["closed: handling failed", "已关闭：处理失败", "закрыта: не выполнено"],
        Some(ClosureCode::CancelledByUser) => {
            ["closed: cancelled by user", "已关闭：用户取消", "закрыта: отменена пользователем"]
        }
        _ => ["closed: handled successfully", "已关闭：处理成功", "закрыта: выполнено"],
    }
}

/// The sentence.
pub fn headline(viewer: &Viewer<'_>, ticket: &Ticket, waiting: &[WaitView]) -> String {
    let language = Language::of(&viewer.user.language);
    if ticket.status == Status::Closed {
        return language.pick(closed(ticket.closure_code)).to_owned();
    }
    if ticket.status == Status::Resolved {
        return super::closing::resolved(viewer, ticket);
    }
    if ticket.flags.cancelling {
        return language.pick(["is being cancelled", "正在取消", "отменяется"]).to_owned();
    }
    if ticket.flags.stuck {
        return language
            .pick(["held up by a fault of its workflow", "因流程故障暂停", "остановлена из-за ошибки процесса"])
            .to_owned();
    }
    if let Some(hold) = super::hold::hold(viewer, ticket) {
        return on_hold(language, &viewer.user.zone, &hold);
    }
    let Some(first) = waiting.first() else {
        return match ticket.status {
            Status::New => language.pick([
                "waits to be accepted by the service desk",
                "等待服务台受理",
                "ждёт приёма службой поддержки",
            ]),
            _ => language.pick(["is being worked on", "处理中", "в работе"]),
        }
        .to_owned();
    };
    sentence(language, &viewer.user.zone, first, waiting.len() - 1)
}

fn on_hold(language: Language, zone: &str, hold: &HoldView) -> String {
    let mut text = language
        .pick(["on hold: {label}, since {at}", "已暂停：{label}，自{at}起", "приостановлена: {label}, с {at}"])
        .replace("{label}", &hold.label)
        .replace("{at}", &moment(language, zone, hold.since));
    if let Some(until) = hold.until {
        let more = language.pick([", until {at}", "，至{at}", ", до {at}"]);
        text.push_str(&more.replace("{at}", &moment(language, zone, until)));
    }
    text
}

fn sentence(language: Language, zone: &str, wait: &WaitView, others: usize) -> String {
    let who = wait.waits_for.join(language.pick([", ", "、", ", "]));
    // A plugin's call that a person decides on is a piece of work.
    let kind = if wait.kind == RowKind::Plugin && wait.party != "plugin" { RowKind::Task } else { wait.kind };
    let mut text =
        language.pick(waiting_for(kind, !wait.name.is_empty())).replace("{who}", &who).replace("{name}", &wait.name);
    text.push_str(
        &language.pick([" since {at}", "，自{at}起", " с {at}"]).replace("{at}", &moment(language, zone, wait.since)),
    );
    if let Some(due) = wait.due_at {
        text.push_str(
            &language.pick([", due {at}", "，截止{at}", ", срок {at}"]).replace("{at}", &moment(language, zone, due)),
        );
    }
    if others > 0 {
        text.push_str(
            &language.pick([", and {n} more", "，另有{n}项", ", и ещё {n}"]).replace("{n}", &others.to_string()),
        );
    }
    text
}
