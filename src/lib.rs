//! Checks what clinics, dentists, pharmacies and home-nursing stations enter on Japan's portal for online eligibility
//! verification (オンライン資格確認), online claims and the electronic certificate.
//!
//! The way of a value: [`check`] folds the raw text (`text`), judges it by its [`Kind`] (one file a kind under `kind`)
//! and returns a [`Verdict`] with [`Issue`]s; a [`Form`] does so for whole objects and adds the rules between fields;
//! [`mod@line`] knows which line choices go together; [`message`] turns an issue into Japanese or English. On wasm32 the
//! module `wasm` hands all this to JavaScript, and with the
//! feature `widget` the module `dom` watches the forms of a page.
//!
//! ```
//! use onshi_check::{check, message, Context, Kind, Status};
//!
//! let verdict = check(Kind::CustomerId, "caf 0123-456-789", &Context::default());
//! assert_eq!(verdict.status, Status::Valid);
//! assert_eq!(verdict.value.as_deref(), Some("CAF0123456789"));
//!
//! let verdict = check(Kind::Email, "Clinic@example.jp", &Context::default());
//! assert_eq!(verdict.issues[0].code.name(), "email.upper-case");
//! assert_eq!(
//!     message::text(&verdict.issues[0], message::Locale::Ja),
//!     "メールアドレスに英大文字は使えません。小文字で入力してください。",
//! );
//! ```

#[cfg(feature = "bulk")]
pub mod bulk;
mod calendar;
mod canonical;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod dom;
mod field;
#[cfg(feature = "bulk")]
pub mod find;
mod findings;
pub mod form;
mod issue;
mod joined;
pub mod kind;
pub mod line;
pub mod message;
#[cfg(not(target_arch = "wasm32"))]
pub mod reference;
mod serialize;
mod source;
#[cfg(not(target_arch = "wasm32"))]
pub mod tables;
mod text;
mod verdict;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use calendar::Date;
pub use field::Field;
pub use form::{Form, Report};
pub use issue::{Code, Fix, FixKind, Issue, MOST_PARAMS, Param, Place, Severity};
pub use kind::institution_code::InstitutionCode;
pub use kind::{Context, Input, Kind, LONGEST_INPUT, Mode, check, check_input, is};
pub use source::{Document, Source};
pub use text::{Change, ChangeKind};
pub use verdict::{CheckDigit, Parts, Status, Verdict};

/// The README's Rust example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// So is that of the recipes.
#[cfg(doctest)]
#[doc = include_str!("../docs/guide/recipes.md")]
struct Recipes;
