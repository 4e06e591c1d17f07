//! Verdicts and reports as data: the shapes of the public contract, without the sentences, which need a language.
//!
//! ```
//! use onshi_check::{check, Context, Kind};
//!
//! let verdict = check(Kind::Email, "Desk@example.jp", &Context::default());
//! let json = serde_json::to_value(&verdict).unwrap();
//! assert_eq!(json["status"], "invalid");
//! assert_eq!(json["issues"][0]["code"], "email.upper-case");
//! assert_eq!(json["issues"][0]["fix"]["value"], "desk@example.jp");
//! ```

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::calendar::Date;
use crate::field::Field;
use crate::form::Report;
use crate::issue::{Fix, Issue, Param, Place};
use crate::kind::customer_id::Prefix;
use crate::line::service::LineService;
use crate::source::Source;
use crate::text::Change;
use crate::verdict::Verdict;

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("status", self.status.name())?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("changes", &self.changes)?;
        map.serialize_entry("issues", &self.issues)?;
        if let Some(remaining) = self.remaining {
            map.serialize_entry("remaining", &remaining)?;
        }
        if self.parts().next().is_some() {
            map.serialize_entry("parts", &AsMap(|| self.parts()))?;
        }
        if let Some(check_digit) = self.check_digit {
            map.serialize_entry("checkDigit", check_digit.name())?;
        }
        map.end()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("status", self.status.name())?;
        map.serialize_entry("values", &Values(self))?;
        map.serialize_entry("fields", &AsMap(|| self.fields.iter().map(|(place, verdict)| (key(*place), verdict))))?;
        map.serialize_entry("issues", &self.issues)?;
        map.serialize_entry("missing", &self.missing.iter().map(|field| field.name()).collect::<Vec<_>>())?;
        map.end()
    }
}

/// The key of a verdict in a report: its path, joined by dots.
fn key(place: Place) -> String {
    match place {
        Place::Field(field) => field.name().to_owned(),
        Place::Item(index) => format!("{}.{index}", Field::TerminalNames.name()),
        Place::Whole | Place::UnknownKey(_) => String::new(),
    }
}

/// The values of a report; those of a list as a list.
struct Values<'a>(&'a Report);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut items = Vec::new();
        for (place, value) in self.0.values() {
            match place {
                Place::Item(_) => items.push(value),
                _ => map.serialize_entry(&key(place), value)?,
            }
        }
        if !items.is_empty() {
            map.serialize_entry(Field::TerminalNames.name(), &items)?;
        }
        map.end()
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code.name())?;
        map.serialize_entry("severity", self.severity().name())?;
        map.serialize_entry("path", &self.place)?;
        map.serialize_entry(
            "params",
            &AsMap(|| self.params().map(|(param, value)| (param.name(), Value(param, value)))),
        )?;
        if let Some(range) = self.range {
            map.serialize_entry("range", &range)?;
        }
        if let Some(fix) = &self.fix {
            map.serialize_entry("fix", fix)?;
        }
        map.serialize_entry("source", &self.code.source())?;
        map.end()
    }
}

impl Serialize for Place {
    /// A path: of an unknown key only that it is one of the keys that were given, by its number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Whole => serializer.collect_seq::<[(); 0]>([]),
            Self::Field(field) => serializer.collect_seq([field.name()]),
            Self::Item(index) => (Field::TerminalNames.name(), index).serialize(serializer),
            Self::UnknownKey(index) => serializer.collect_seq([index]),
        }
    }
}

impl Serialize for Fix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("safe", &self.safe)?;
        map.end()
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("kind", self.kind.name())?;
        map.serialize_entry("from", &self.from)?;
        map.serialize_entry("to", &self.to)?;
        map.serialize_entry("index", &self.index)?;
        map.end()
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("document", self.document.name())?;
        map.serialize_entry("section", self.section)?;
        map.serialize_entry("asOf", self.document.as_of())?;
        map.end()
    }
}

/// A parameter: a number, or a code as text.
struct Value(Param, u32);

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(param, value) = *self;
        match param {
            Param::Prefecture => serializer.collect_str(&format_args!("{value:02}")),
            Param::FeeSchedule => serializer.collect_str(&value),
            Param::Prefix => serializer.serialize_str(if value == Prefix::Cop as u32 { "COP" } else { "CAF" }),
            Param::LineService => serializer.serialize_str(LineService::new(value as usize).choice().value),
            Param::Earliest | Param::Latest | Param::Since => {
                serializer.collect_str(&Date::from_packed(value).map(|date| date.to_string()).unwrap_or_default())
            }
            Param::Name => serializer.serialize_str(Field::ALL.get(value as usize).map_or("", |field| field.name())),
            _ => serializer.serialize_u32(value),
        }
    }
}

/// Pairs as a map.
struct AsMap<F>(F);

impl<F, I, K, V> Serialize for AsMap<F>
where
    F: Fn() -> I,
    I: Iterator<Item = (K, V)>,
    K: Serialize,
    V: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}

#[cfg(test)]
mod tests {
    use crate::kind::prefecture::Prefecture;
    use crate::{Context, Form, Kind, check};
    use serde_json::{json, to_value};

    #[test]
    fn an_issue_has_the_shape_of_the_contract() {
        let osaka = Context { prefecture: Prefecture::new(27), ..Context::default() };
        let verdict = to_value(check(Kind::CustomerId, "COP1234567", &osaka)).expect("data");
        let expected = json!([{
            "code": "customer-id.cop-in-west",
            "severity": "error",
            "path": [],
            "params": { "prefecture": "27" },
            "range": [0, 3],
            "source": { "document": "circular", "section": "西日本の場合", "asOf": "2024-03-12" },
        }]);
        assert_eq!(verdict["issues"], expected);
    }

    #[test]
    fn a_report_names_fields_and_holds_no_secret() {
        let form = Form::from_name("user-registration").expect("the form");
        let report = form.check(&[("phone", "03-1234-5678"), ("password", "Kikin2026")], &Context::default());
        let report = to_value(report).expect("data");
        assert_eq!(report["values"], json!({ "phone": "0312345678" }));
        assert_eq!(report["fields"]["phone"]["changes"][0]["kind"], "hyphen");
        assert!(!report.to_string().contains("Kikin2026"));
    }
}
