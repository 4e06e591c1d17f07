//! A server that checks submitted forms with the rules of the page: `POST /{form}`, as JSON or as browsers send it.
//!
//! The page checks to help while typing, but anybody can send anything: who takes the data checks again. The answer is
//! 200 with the canonical values, or 422 with what is wrong in the language of the reader. Neither holds a secret, and
//! the second nothing of what was typed.

#![allow(clippy::print_stdout, reason = "a program for the terminal says where it listens")]

mod language;
mod submission;

use std::env;
use std::error::Error;
use std::net::Ipv4Addr;

use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LANGUAGE, VARY};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use onshi_check::message::{self, Locale};
use onshi_check::{Context, Date, Form, Issue, Status};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::submission::Submission;

/// The longest body that is read, in bytes: many times what a form that is filled in takes.
const LONGEST_BODY: usize = 64 * 1024;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port =
        env::var("PORT").map_or(Ok(3000), |port| port.parse().map_err(|_| format!("PORT is not a port: {port}")))?;
    let today = Today::from_environment()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app(today)).await?;
    Ok(())
}

fn app(today: Today) -> Router {
    Router::new()
        .route("/{form}", routing::post(check).fallback(async || Refusal::NOT_POST))
        .fallback(async || Refusal::NO_SUCH_FORM)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .with_state(today)
}

async fn check(
    State(today): State<Today>,
    name: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<impl IntoResponse, Refusal> {
    // What is refused here are names that are no Unicode.
    let form = name.ok().and_then(|Path(name)| Form::from_name(&name)).ok_or(Refusal::NO_SUCH_FORM)?;
    let locale = language::accepted(request.headers());
    let submission = Submission::read(request).await?;

    let report = submission.check(form, &Context { today: today.date(), ..Context::default() });
    let issues: Vec<_> =
        report.issues.iter().map(|issue| shown(issue, &submission.path(form, issue), locale)).collect();
    let language = match locale {
        Locale::Ja => "ja",
        Locale::En => "en",
    };
    let headers = [(CONTENT_LANGUAGE, language), (VARY, "accept-language")];
    if report.status != Status::Valid {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, headers, Json(json!({ "issues": issues }))));
    }
    // Here the application would be stored: these values, and a secret as it stands in the submission, because a report
    // never holds one. What is left among the issues are warnings.
    let values = submission::data(&report, "values");
    Ok((StatusCode::OK, headers, Json(json!({ "values": values, "issues": issues }))))
}

/// An issue as it is answered. Its fix stays behind: that is what was typed, put right.
fn shown(issue: &Issue, path: &Value, locale: Locale) -> Value {
    json!({
        "code": issue.code.name(),
        "severity": issue.severity().name(),
        "path": path,
        "params": submission::data(issue, "params"),
        "message": message::text(issue, locale),
    })
}

/// The day that rules about time go by.
#[derive(Clone, Copy)]
enum Today {
    InTokyo,
    Fixed(Date),
}

impl Today {
    /// `TODAY` is for demonstrations and tests.
    fn from_environment() -> Result<Self, String> {
        let Ok(text) = env::var("TODAY") else { return Ok(Self::InTokyo) };
        let day = Date::parse(&text).filter(|date| date.day().is_some());
        day.map(Self::Fixed).ok_or_else(|| format!("TODAY is not a day such as 2026-11-21: {text}"))
    }

    fn date(self) -> Option<Date> {
        match self {
            Self::InTokyo => {
                let now = jiff::tz::offset(9).to_datetime(jiff::Timestamp::now());
                Date::parse(&now.date().to_string())
            }
            Self::Fixed(date) => Some(date),
        }
    }
}

/// Why a request is not checked at all.
#[derive(Debug)]
struct Refusal(StatusCode, &'static str);

impl Refusal {
    const NOT_POST: Self = Self(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed");
    const NO_SUCH_FORM: Self = Self(StatusCode::NOT_FOUND, "form-unknown");
    const OTHER_TYPE: Self = Self(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body-type");
    const TOO_LARGE: Self = Self(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large");
    const UNREADABLE: Self = Self(StatusCode::BAD_REQUEST, "body-unreadable");
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::header::{ACCEPT_LANGUAGE, ALLOW, CONTENT_TYPE, HeaderMap};
    use tower::ServiceExt;

    const JSON: &str = "application/json";
    const BROWSER: &str = "application/x-www-form-urlencoded";

    fn post(form: &str, content_type: &str, body: impl Into<Body>) -> Request {
        let request = Request::post(format!("/{form}")).header(CONTENT_TYPE, content_type);
        request.body(body.into()).expect("a request")
    }

    async fn answer(request: Request) -> (StatusCode, HeaderMap, Value) {
        let today = Today::Fixed(Date::parse("2026-05-12").expect("a day"));
        let (head, body) = app(today).oneshot(request).await.expect("an answer").into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        (head.status, head.headers, serde_json::from_slice(&body).expect("JSON"))
    }

    fn codes(answer: &Value) -> Vec<&str> {
        let issues = answer["issues"].as_array().expect("issues");
        issues.iter().map(|issue| issue["code"].as_str().expect("a code")).collect()
    }

    #[tokio::test]
    async fn what_is_right_is_answered_with_canonical_values_and_without_secrets() {
        let body = json!({ "userId": "ｄｅｓｋ＠example.jp", "password": "Kikin2026" }).to_string();
        let (status, _, answer) = answer(post("login", JSON, body)).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(answer, json!({ "values": { "userId": "desk@example.jp" }, "issues": [] }));
    }

    #[tokio::test]
    async fn what_is_wrong_is_said_without_what_was_typed() {
        let body = json!({ "operationStartDate": "2026-06-31" }).to_string();
        let (status, headers, mut answer) = answer(post("operation-start", JSON, body)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(headers[CONTENT_LANGUAGE], "ja");
        assert_eq!(headers[VARY], "accept-language");
        assert!(!answer.to_string().contains("2026-06-31"));
        let sentence = answer["issues"][0]["message"].take();
        assert!(sentence.as_str().is_some_and(|sentence| sentence.ends_with('。')));
        let issue = json!({
            "code": "date.no-such-day",
            "severity": "error",
            "path": ["operationStartDate"],
            "params": {},
            "message": null,
        });
        assert_eq!(answer, json!({ "issues": [issue] }));
    }

    #[tokio::test]
    async fn the_reader_chooses_the_language() {
        let mut request = post("login", JSON, "{}");
        request.headers_mut().insert(ACCEPT_LANGUAGE, "en-GB, ja;q=0.5".parse().expect("a header"));
        let (_, headers, answer) = answer(request).await;
        assert_eq!(headers[CONTENT_LANGUAGE], "en");
        assert!(answer["issues"][0]["message"].as_str().expect("a sentence").is_ascii());
    }

    #[tokio::test]
    async fn a_form_of_a_browser_is_read_as_json_is() {
        let body = "feeAccepted=on&prefecture=14&prefecture=27&contactName=%E5%9F%BA%E9%87%91+%E5%A4%AA%E9%83%8E";
        let sent = answer(post("certificate-application", BROWSER, body)).await;
        let body = json!({ "feeAccepted": true, "prefecture": "27", "contactName": "基金 太郎" }).to_string();
        assert_eq!(sent, answer(post("certificate-application", JSON, body)).await);
    }

    #[tokio::test]
    async fn a_name_sent_more_than_once_is_a_list_where_the_form_has_one() {
        let body = "terminalNames=A&terminalNames=%40&terminalNames=&terminalNames=B";
        let sent = answer(post("eligibility-paper", BROWSER, body)).await;
        let body = json!({ "terminalNames": ["A", "@", "", "B"] }).to_string();
        assert_eq!(sent, answer(post("eligibility-paper", JSON, body)).await);
    }

    #[tokio::test]
    async fn what_is_no_text_and_a_misspelt_name_are_told() {
        let body = json!({ "userId": 7, "pasword": "Kikin2026" }).to_string();
        let (_, _, answer) = answer(post("login", JSON, body)).await;
        assert_eq!(codes(&answer), ["type.not-text", "required", "form.unknown-field"]);
        assert_eq!(answer["issues"][2]["path"], json!(["pasword"]));
        assert!(!answer.to_string().contains("Kikin2026"));
    }

    #[tokio::test]
    async fn any_number_of_unknown_names_is_borne() {
        let names = (0..2000).map(|number| format!("name{number}=")).collect::<Vec<_>>().join("&");
        let (status, _, answer) = answer(post("login", BROWSER, names)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(codes(&answer), ["required", "required"]);
    }

    #[tokio::test]
    async fn rules_about_time_go_by_the_day_given() {
        let table: [(&str, &[&str]); 2] = [("2026-05-12", &[]), ("2026-05-13", &["date.in-future"])];
        for (day, expected) in table {
            let (status, _, answer) =
                answer(post("operation-start", BROWSER, format!("operationStartDate={day}"))).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(codes(&answer), expected, "{day}");
        }
    }

    #[test]
    fn without_it_the_clock_in_tokyo_gives_one() {
        assert!(Today::InTokyo.date().is_some_and(|date| date.day().is_some()));
    }

    #[tokio::test]
    async fn what_cannot_be_checked_is_refused() {
        let table = [
            (post("no-form", JSON, "{}"), StatusCode::NOT_FOUND, "form-unknown"),
            (post("", JSON, "{}"), StatusCode::NOT_FOUND, "form-unknown"),
            (post("login/again", JSON, "{}"), StatusCode::NOT_FOUND, "form-unknown"),
            (post("%FF", JSON, "{}"), StatusCode::NOT_FOUND, "form-unknown"),
            (post("login", JSON, "{"), StatusCode::BAD_REQUEST, "body-unreadable"),
            (post("login", JSON, "[]"), StatusCode::BAD_REQUEST, "body-unreadable"),
            (post("login", "text/plain", "{}"), StatusCode::UNSUPPORTED_MEDIA_TYPE, "body-type"),
            (post("login", JSON, vec![b' '; LONGEST_BODY + 1]), StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"),
        ];
        for (request, expected, error) in table {
            let (status, _, answer) = answer(request).await;
            assert_eq!((status, answer), (expected, json!({ "error": error })));
        }
        let (status, headers, _) = answer(Request::get("/login").body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(headers[ALLOW], "POST");
    }
}
