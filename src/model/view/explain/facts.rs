//! How the rest came about: who is asked, in whose hands it is, priority, due
//! times, price. A sentence and the lines that it was made of, in the caller's
//! language; numbers and names are the ticket's own.

use super::Found;
use super::wait::actor_name;
use crate::model::journal::RowKind;
use crate::model::view::Viewer;
use crate::model::view::headline::Language;
use crate::model::view::moment::moment;
use serde_json::Value as Json;

/// A sentence and its lines.
type Said = (String, Vec<String>);

fn language(viewer: &Viewer<'_>) -> Language {
    Language::of(&viewer.user.language)
}

/// Why these people are asked.
pub(super) fn approver(viewer: &Viewer<'_>, found: &Found<'_>) -> Said {
    let language = language(viewer);
    let approvals = || found.open.iter().filter(|row| row.is_open() && row.kind == RowKind::Approval);
    let lines = approvals().map(|row| {
        let names: Vec<String> = row.arguments.parties.users.iter().map(|id| viewer.person(*id).name).collect();
        let groups = row.arguments.parties.groups.iter().map(|id| viewer.group_called(*id));
        let who = names.into_iter().chain(groups).collect::<Vec<_>>().join(language.pick([", ", "、", ", "]));
        let needed = row.arguments.rule.as_ref().map_or(1, |rule| rule.needed);
        let of = row.arguments.rule.as_ref().map_or(1, |rule| rule.electorate.len());
        let text = language.pick([
            "{name}: {who}; {needed} of {of} must say yes",
            "{name}：{who}；{of}人中须有{needed}人同意",
            "{name}: {who}; нужно согласий: {needed} из {of}",
        ]);
        let text = text.replace("{name}", &viewer.say(&row.name)).replace("{who}", &who);
        text.replace("{needed}", &needed.to_string()).replace("{of}", &of.to_string())
    });
    let lines: Vec<String> = lines.collect();
    let sentence = if lines.is_empty() {
        language.pick([
            "Nobody has to approve anything now.",
            "目前无需任何人审批。",
            "Сейчас согласование не требуется.",
        ])
    } else {
        language.pick([
            "The workflow of the item names who must approve.",
            "由目录项的流程决定审批人。",
            "Кто согласует, определяет процесс этой услуги.",
        ])
    };
    (sentence.to_owned(), lines)
}

/// In whose hands it is, and who gave it to them.
pub(super) fn assignee(viewer: &Viewer<'_>, found: &Found<'_>) -> Said {
    let language = language(viewer);
    let ticket = found.ticket;
    let mut hands: Vec<String> = ticket.assignee.map(|id| viewer.person(id).name).into_iter().collect();
    hands.extend(ticket.group.map(|id| viewer.group_called(id)));
    let sentence = if hands.is_empty() {
        language.pick(["It lies with nobody yet.", "尚未分派给任何人。", "Заявка ещё никому не передана."]).to_owned()
    } else {
        language.pick(["It is with {who}.", "由{who}处理。", "Заявка у: {who}."]).replace("{who}", &hands.join(", "))
    };
    let mut lines = Vec::new();
    if let Some(given) = found.given {
        let text = language.pick(["given by {who} on {at}", "由{who}于{at}分派", "передано: {who}, {at}"]);
        let who = actor_name(language, given.actor.kind, &given.actor.name);
        let at = moment(language, &viewer.user.zone, given.at);
        lines.push(text.replace("{who}", &who).replace("{at}", &at));
        let reason = given.data.get("reason").and_then(Json::as_str).filter(|_| viewer.is_staff());
        lines.extend(reason.map(|reason| format!("{}: {reason}", language.pick(["reason", "原因", "причина"]))));
    }
    if let Some(owner) = ticket.owner {
        let text = language.pick([
            "{who} answers for it until it is closed",
            "{who}负责到关闭为止",
            "до закрытия отвечает {who}",
        ]);
        lines.push(text.replace("{who}", &viewer.person(owner).name));
    }
    (sentence, lines)
}

/// How the priority came about.
pub(super) fn priority(viewer: &Viewer<'_>, found: &Found<'_>) -> Said {
    let language = language(viewer);
    let ticket = found.ticket;
    let plain = viewer.policy.priority(&ticket.impact, &ticket.urgency, false);
    let sentence = language
        .pick([
            "It is {priority}: impact {impact}, urgency {urgency}.",
            "优先级为{priority}：影响{impact}，紧急程度{urgency}。",
            "Приоритет {priority}: влияние {impact}, срочность {urgency}.",
        ])
        .replace("{priority}", &ticket.priority)
        .replace("{impact}", &ticket.impact)
        .replace("{urgency}", &ticket.urgency);
    let mut lines = Vec::new();
    // That somebody is a VIP is for staff; others see the priority alone.
    if let Some(said) = ticket.facts.ranking.overridden.as_ref().filter(|_| viewer.is_staff()) {
        let text = language.pick([
            "set by {by}: {reason}; the matrix gives {cell}",
            "由{by}设定：{reason}；矩阵为{cell}",
            "установлен: {by}: {reason}; по матрице {cell}",
        ]);
        let by = viewer.person(said.by).name;
        lines.push(text.replace("{by}", &by).replace("{cell}", &said.computed).replace("{reason}", &said.reason));
    } else if plain != ticket.priority && ticket.flags.vip && viewer.policy.sees_vips(viewer.user) {
        let text = language.pick([
            "the matrix gives {cell}; raised for a VIP",
            "矩阵为{cell}；因VIP提高",
            "по матрице {cell}; повышен для VIP",
        ]);
        lines.push(text.replace("{cell}", &plain));
    }
    (sentence, lines)
}

/// How the due times came about.
pub(super) fn sla(viewer: &Viewer<'_>, found: &Found<'_>) -> Said {
    let language = language(viewer);
    let ticket = found.ticket;
    let Some(sla) = &ticket.sla else {
        let none = ["No service level counts for it.", "未适用服务级别。", "Уровень обслуживания не установлен."];
        return (language.pick(none).to_owned(), Vec::new());
    };
    let at = |at| moment(language, &viewer.user.zone, at);
    let sentence = match (sla.resolve_due, sla.is_paused()) {
        (Some(_), true) => language
            .pick(["The clock of {name} stands still.", "{name}的计时已暂停。", "Часы уровня {name} стоят."])
            .to_owned(),
        (Some(due), false) => language
            .pick(["By {name} it is due on {at}.", "按{name}应于{at}前完成。", "По уровню {name} срок {at}."])
            .replace("{at}", &at(due)),
        (None, _) => language
            .pick([
                "{name} counts; its clock has not started.",
                "适用{name}；尚未开始计时。",
                "Действует {name}; часы ещё не пущены.",
            ])
            .to_owned(),
    };
    let mut lines = Vec::new();
    let mut line = |texts: [&'static str; 3], moment: Option<crate::model::time::Time>| {
        lines.extend(moment.map(|moment| language.pick(texts).replace("{at}", &at(moment))));
    };
    line(["started on {at}", "{at}开始计时", "начало: {at}"], sla.started_at);
    line(["a response was due on {at}", "响应期限：{at}", "срок ответа: {at}"], sla.respond_due);
    line(["somebody responded on {at}", "{at}已响应", "ответ: {at}"], sla.responded_at);
    for pause in &sla.pauses {
        line(["stood still from {at}", "{at}起暂停", "остановка с {at}"], Some(pause.from));
        line(["went on at {at}", "{at}恢复", "продолжение: {at}"], pause.to);
    }
    (sentence.replace("{name}", &sla.name), lines)
}

/// What the price is made of.
pub(super) fn price(viewer: &Viewer<'_>, found: &Found<'_>) -> Said {
    let language = language(viewer);
    let price = found.submission.price.as_ref().filter(|price| !price.amount.is_zero());
    let Some(price) = price else {
        return (language.pick(["It costs nothing.", "免费。", "Бесплатно."]).to_owned(), Vec::new());
    };
    let sentence = language.pick(["It costs {price}.", "费用为{price}。", "Стоимость {price}."]);
    let base = found.item_price.filter(|price| !price.amount.is_zero());
    let base = base.map(|price| (language.pick(["base price", "基本价格", "базовая цена"]).to_owned(), price.amount));
    let options = found.options.iter().map(|(name, amount)| (viewer.say(name), *amount));
    let lines = base.into_iter().chain(options);
    let lines = lines.map(|(name, amount)| format!("{name}: {amount} {}", price.currency));
    (sentence.replace("{price}", &price.to_string()), lines.collect())
}
