//! Both applications of one place: what they say about each other (domain.md, section 9).
//!
//! Nothing here makes an application wrong by itself: all of it is a warning.

use crate::field::Field;
use crate::form::answers::Answers;

use crate::form::table::Asked;
use crate::form::{Filled, Form, Report, claims_application, eligibility_application, repeat};
use crate::issue::{Code, Issue, Place};
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::{self, Context, Input, Kind};
use crate::verdict::Status;

/// The reports on both applications, and what they say about each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TogetherReport {
    /// The worse status of the two.
    pub status: Status,
    /// Of the eligibility application.
    pub eligibility: Report,
    /// Of the claims application.
    pub claims: Report,
    /// Warnings about the two together; each belongs to a field of the part it comes with.
    pub together: Vec<(Part, Issue)>,
}

/// One of the two applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// オンライン資格確認
    Eligibility,
    /// オンライン請求
    Claims,
}

/// Checks both applications of one place.
///
/// ```
/// use onshi_check::form::{check_together, Part};
/// use onshi_check::{Code, Context};
///
/// let eligibility = [("lineType", "3")];
/// let claims = [("lineType", "ip-vpn-ipv6")];
/// let report = check_together(&eligibility, &claims, &Context::default());
/// let (part, issue) = &report.together[0];
/// assert_eq!((*part, issue.code), (Part::Claims, Code::TogetherLineType));
/// ```
#[must_use]
pub fn check_together(eligibility: &[(&str, &str)], claims: &[(&str, &str)], context: &Context) -> TogetherReport {
    let [first, second] = both();
    let inputs = [first.read(eligibility), second.read(claims)];
    let [eligibility, claims] = [first.check(eligibility, context), second.check(claims, context)];
    let status = match [eligibility.status, claims.status] {
        it if it.contains(&Status::Invalid) => Status::Invalid,
        it if it.contains(&Status::Incomplete) => Status::Incomplete,
        [status, _] => status,
    };
    let [first, second] = &inputs;
    let mut together = Vec::new();
    compare([first, second], context, &mut |code, part, field| {
        together.push((part, Issue::plain(code, Place::Field(field))));
    });
    TogetherReport { status, eligibility, claims, together }
}

/// The two forms, in the order of their parts.
pub(crate) fn both() -> [&'static Form; 2] {
    [&eligibility_application::FORM, &claims_application::FORM]
}

/// Compares the inputs of both forms, and reports what does not go together and the field it is put to. In the order of
/// the forms.
pub(crate) fn compare(inputs: [&[Input]; 2], context: &Context, report: &mut dyn FnMut(Code, Part, Field)) {
    let [first, second] = inputs.map(Filled::all);
    let eligibility = Answers::of(&eligibility_application::FORM, &first, context);
    let claims = Answers::of(&claims_application::FORM, &second, context);
    let types = (
        eligibility.choice(Field::LineType).and_then(LineType::parse),
        claims.choice(Field::LineType).and_then(ClaimsLineType::parse),
    );
    let sources = [&eligibility, &claims].map(|it| it.choice(Field::CustomerIdSource));

    let claims_give_none =
        sources[1] == Some("same-as-eligibility") || types.1.is_some_and(|it| it != ClaimsLineType::IpVpnIpv6);
    if sources[0] == Some("same-as-claims") && claims_give_none {
        report(Code::TogetherNoCustomerId, Part::Eligibility, Field::CustomerIdSource);
    }
    if let Some(field) = other_institution(&eligibility, &claims) {
        report(Code::TogetherInstitution, Part::Claims, field);
    }
    if let (Some(line_type), Some(claims_line_type)) = types
        && !go_together(line_type, claims_line_type)
    {
        report(Code::TogetherLineType, Part::Claims, Field::LineType);
    }
    if sources[1] == Some("same-as-eligibility") && types.0.is_some_and(|it| it != LineType::NttIpVpn) {
        report(Code::TogetherNoCustomerId, Part::Claims, Field::CustomerIdSource);
    }
    let is_id_asked = [&eligibility, &claims].iter().all(|it| it.asked(Field::CustomerId) == Asked::Required);
    if is_id_asked && differ(Kind::CustomerId, Field::CustomerId, [&eligibility, &claims]) {
        report(Code::TogetherCustomerId, Part::Claims, Field::CustomerId);
    }
}

/// The first field that says the two are of different institutions.
fn other_institution(eligibility: &Answers, claims: &Answers) -> Option<Field> {
    for field in [Field::Prefecture, Field::FeeSchedule] {
        if let (Some(first), Some(second)) = (eligibility.choice(field), claims.choice(field))
            && first != second
        {
            return Some(field);
        }
    }
    differ(Kind::InstitutionNumber, Field::InstitutionNumber, [eligibility, claims]).then_some(Field::InstitutionNumber)
}

/// One line for both: IP-VPN of NTT carries claims over IPv6 and, where the table allows, IPv4; CTC and QTnet over IPv4.
fn go_together(line_type: LineType, claims_line_type: ClaimsLineType) -> bool {
    matches!(
        (line_type, claims_line_type),
        (LineType::NttIpVpn, ClaimsLineType::IpVpnIpv6 | ClaimsLineType::IpVpnIpv4)
            | (LineType::CtcQtnetIpVpn, ClaimsLineType::IpVpnIpv4)
            | (LineType::Internet, ClaimsLineType::Internet)
    )
}

/// Both are right by themselves, and not the same.
fn differ(kind: Kind, field: Field, answers: [&Answers; 2]) -> bool {
    let is_right =
        |answers: &&Answers| kind::is_input(kind, answers.input(field), &answers.context, &mut String::new());
    let [first, second] = answers.map(|answers| repeat::canonical(kind, answers.input(field), &answers.context));
    answers.iter().all(is_right) && !first.eq(second)
}
