//! The page on which somebody says how satisfied they are: plain HTML in their
//! language, without scripts and without anything from elsewhere.

use super::problem::status_of;
use crate::desk::Invitation;
use crate::model::problem::{Code, Refusal};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1c1e21}\
main{max-width:34rem;margin:3rem auto;padding:1.5rem 2rem;background:#fff;border-radius:8px}\
h1{font-size:1.3rem}fieldset{border:0;padding:0;margin:1rem 0}label{display:block;padding:.3rem 0}\
textarea{width:100%;min-height:6rem;font:inherit;box-sizing:border-box}\
button{font:inherit;margin-top:1rem;padding:.5rem 1.5rem}.wrong{color:#a40000}";

/// The page has one style, known by its hash, and a form that goes back to us.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
});

/// English, Chinese, Russian.
type Words = [&'static str; 3];

const ASK: Words = ["How satisfied are you?", "您满意吗？", "Вы довольны?"];
const SCORES: [Words; 5] = [
    ["1 – not at all", "1 – 非常不满意", "1 – совсем нет"],
    ["2 – rather not", "2 – 不太满意", "2 – скорее нет"],
    ["3 – so-so", "3 – 一般", "3 – так себе"],
    ["4 – satisfied", "4 – 满意", "4 – доволен"],
    ["5 – very satisfied", "5 – 非常满意", "5 – очень доволен"],
];
const TEXT: Words = ["What would you like to tell us?", "您想对我们说些什么？", "Что вы хотели бы нам сказать?"];
const SEND: Words = ["Send", "提交", "Отправить"];
const CHOOSE: Words = ["Please choose a score from 1 to 5.", "请选择1到5分。", "Выберите оценку от 1 до 5."];
const TOO_LONG: Words = [
    "Please be briefer: at most 2000 characters.",
    "内容过长，最多2000个字符。",
    "Слишком длинно: не больше 2000 знаков.",
];
const THANKS: Words = ["Thank you. Your rating was recorded.", "谢谢，您的评价已记录。", "Спасибо, оценка записана."];
const BEFORE: Words =
    ["This ticket has been rated already. Thank you.", "该工单已评价过，谢谢。", "Эта заявка уже оценена. Спасибо."];
const AGAIN: Words = [
    "Work on this ticket goes on. It can be rated when it is done.",
    "该工单正在重新处理，完成后方可评价。",
    "Работа по этой заявке продолжается. Оценить её можно будет по завершении.",
];
const UNKNOWN: Words = ["There is no such link.", "链接不存在。", "Такой ссылки нет."];
const EXPIRED: Words = ["This link has expired.", "链接已过期。", "Срок действия ссылки истёк."];
const LATER: Words = ["Please try again later.", "请稍后再试。", "Попробуйте позже."];

fn say(words: Words, language: &str) -> &'static str {
    let [english, chinese, russian] = words;
    match language.get(..2) {
        Some("zh") => chinese,
        Some("ru") => russian,
        _ => english,
    }
}

/// A text as HTML shows it.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

fn page(status: StatusCode, language: &str, inside: &str) -> HttpResponse {
    let (title, tag) = (say(ASK, language), escaped(language));
    let text = format!(
        "<!doctype html>\n<html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title}</title><style>{STYLE}</style></head>\
         <body><main>{inside}</main></body></html>\n"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .body(text)
}

/// What somebody finds behind their link: the form, or why there is none.
pub fn of(invitation: &Invitation) -> HttpResponse {
    let language = &invitation.user.language;
    if invitation.is_open() {
        return form(StatusCode::OK, invitation, None);
    }
    let words = if invitation.ticket.closed_at.is_some() { BEFORE } else { AGAIN };
    page(StatusCode::OK, language, &format!("<p>{}</p>", say(words, language)))
}

fn form(status: StatusCode, invitation: &Invitation, wrong: Option<Words>) -> HttpResponse {
    let language = invitation.user.language.as_str();
    let (number, title) = (escaped(&invitation.ticket.number), escaped(&invitation.ticket.title));
    let mut inside = format!("<h1>{}</h1><p>{number} “{title}”</p>", say(ASK, language));
    if let Some(words) = wrong {
        inside.push_str(&format!("<p class=\"wrong\" role=\"alert\">{}</p>", say(words, language)));
    }
    inside.push_str("<form method=\"post\"><fieldset>");
    for (n, words) in SCORES.into_iter().enumerate() {
        let score = n + 1;
        let label = say(words, language);
        inside.push_str(&format!(
            "<label><input type=\"radio\" name=\"score\" value=\"{score}\" required> {label}</label>"
        ));
    }
    let (text, send) = (say(TEXT, language), say(SEND, language));
    inside.push_str(&format!(
        "</fieldset><label for=\"text\">{text}</label><textarea id=\"text\" name=\"text\" maxlength=\"2000\"></textarea>\
         <button type=\"submit\">{send}</button></form>"
    ));
    page(status, language, &inside)
}

/// It was recorded.
pub fn thanks(invitation: &Invitation) -> HttpResponse {
    let language = invitation.user.language.as_str();
    page(StatusCode::OK, language, &format!("<p>{}</p>", say(THANKS, language)))
}

/// It was not, and why; whoever only forgot something finds the form again.
pub fn refused(refusal: &Refusal, invitation: Option<&Invitation>, language: &str) -> HttpResponse {
    let language = invitation.map_or(language, |invitation| invitation.user.language.as_str());
    let status = status_of(refusal.code);
    let words = match (refusal.code, invitation) {
        (Code::Invalid, Some(invitation)) => {
            let long = refusal.errors.iter().any(|error| error.code == "maxLength");
            return form(status, invitation, Some(if long { TOO_LONG } else { CHOOSE }));
        }
        (Code::NotFound, _) => UNKNOWN,
        (Code::Expired, _) => EXPIRED,
        (Code::AlreadyRated, _) => BEFORE,
        (Code::IllegalOperation, _) => AGAIN,
        _ => LATER,
    };
    let mut response = page(status, language, &format!("<p>{}</p>", say(words, language)));
    if let Some(seconds) = refusal.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    response
}
