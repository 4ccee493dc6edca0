//! What stands where the portal would: a small page that says why there is none,
//! and what there is.

use crate::http::rate_page::escaped;
use actix_web::HttpResponse;

/// The page; `missing` says what of the portal is not there.
pub fn page(missing: Option<&str>) -> HttpResponse {
    let why = match missing {
        Some(missing) => format!("<p>There is no portal to show: {}.</p>", escaped(missing)),
        None => "<p>There is no portal here: no plugin of that name is installed.</p>".to_owned(),
    };
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>maitred</title></head>\
         <body><main><h1>maitred</h1><p>The service desk runs.</p>{why}\
         <p><a href=\"/api/v1/docs/\">Read and try the API</a></p></main></body></html>\n"
    ))
}
