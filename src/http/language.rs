//! In which of the desk's languages a call is answered where the desk itself
//! speaks: that of who is signed in, else what the browser likes best
//! (`Accept-Language`) of English, Chinese and Russian.

use crate::model::problem::Code;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpMessage, HttpRequest};

const KNOWN: [&str; 3] = ["en", "zh", "ru"];

/// The language of who is signed in.
#[derive(Clone, Debug)]
pub struct CallerLanguage(pub String);

/// The language of a call.
pub fn of(request: &HttpRequest) -> &'static str {
    let own = request.extensions().get::<CallerLanguage>().map(|own| known(&own.0).unwrap_or("en"));
    own.unwrap_or_else(|| liked(request.headers()))
}

/// What the caller likes best of what the desk speaks; English where it is none.
pub fn liked(headers: &HeaderMap) -> &'static str {
    let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = ("en", 0.0);
    for part in said.split(',').take(20) {
        let mut words = part.split(';').map(str::trim);
        let language = words.next().and_then(known);
        let weight = words.find_map(|word| word.strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if let Some(language) = language.filter(|_| weight > best.1) {
            best = (language, weight);
        }
    }
    best.0
}

fn known(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or_default();
    KNOWN.into_iter().find(|known| known.eq_ignore_ascii_case(language))
}

/// What a problem's code means, in a language.
pub fn title(code: Code, language: &str) -> &'static str {
    let [chinese, russian] = translated(code);
    match language {
        "zh" => chinese,
        "ru" => russian,
        _ => code.title(),
    }
}

fn translated(code: Code) -> [&'static str; 2] {
    match code {
        Code::Unauthenticated => ["请先登录", "Сначала войдите"],
        Code::WrongCredentials => ["用户名或密码错误", "Неверное имя пользователя или пароль"],
        Code::TooManyAttempts => ["尝试次数过多", "Слишком много попыток"],
        Code::TooLarge => ["请求内容过大", "Слишком большой запрос"],
        Code::Malformed => ["无法读取请求", "Запрос не читается"],
        Code::NotFound => ["未找到", "Не найдено"],
        Code::Forbidden => ["不允许", "Не разрешено"],
        Code::CrossSite => ["跨站请求被拒绝", "Вызов с чужого сайта отклонён"],
        Code::PreconditionFailed => ["工单已更改", "Заявка изменилась"],
        Code::IllegalOperation => ["当前状态下不允许", "Не разрешено в этом состоянии"],
        Code::AlreadyVoted => ["已经表决过", "Голос уже отдан"],
        Code::StepSettled => ["该步骤已完成", "Шаг уже завершён"],
        Code::ChangedSinceSeen => ["显示之后已更改", "Изменилось с момента показа"],
        Code::StepsOpen => ["仍有未完成的步骤", "Мешают открытые шаги"],
        Code::TooSoon => ["距上次操作时间过短", "Слишком скоро после прошлого раза"],
        Code::FollowUpDue => ["需要先回访", "Сначала нужен контрольный звонок"],
        Code::AlreadyRated => ["已经评价过", "Уже оценено"],
        Code::Expired => ["链接已过期", "Срок действия ссылки истёк"],
        Code::TooMany => ["同时数量过多", "Слишком много одновременно"],
        Code::TooLate => ["为时已晚", "Слишком поздно"],
        Code::AlreadyExists => ["已经存在", "Уже существует"],
        Code::Invalid => ["请求不符合规则", "Запрос нарушает правило"],
        Code::IdempotencyKeyReused => ["该键已用于其他内容", "Ключ уже использован с другим содержанием"],
        Code::Busy => ["繁忙，请重试", "Занято, повторите попытку"],
        Code::Unavailable => ["暂时不可用", "Сейчас недоступно"],
        Code::Internal => ["内部错误", "Внутренняя ошибка"],
        Code::MethodNotAllowed => ["不允许此方法", "Метод не разрешён"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn what_a_browser_likes_best_of_what_is_spoken_counts() {
        for (said, wanted) in [
            ("", "en"),
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
            ("fr, ru;q=0.5, en;q=0.4", "ru"),
            ("fr", "en"),
            ("en;q=0.3, ZH;q=0.7", "zh"),
            ("ru;q=0", "en"),
            ("ru;q=many", "en"),
            ("*", "en"),
        ] {
            let request = TestRequest::default().insert_header(("accept-language", said)).to_http_request();
            assert_eq!(of(&request), wanted, "{said}");
        }
        let request = TestRequest::default().insert_header(("accept-language", "ru")).to_http_request();
        request.extensions_mut().insert(CallerLanguage("zh-CN".to_owned()));
        assert_eq!(of(&request), "zh", "who is signed in has said it");
    }
}
