//! The same once more, to catch a slip of the keyboard.

use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::issue::Code;
use crate::kind::customer_id::Prefix;
use crate::kind::{self, Context, Examined, Input, Kind};
use crate::text::{folded, is_nothing};
use crate::verdict::Status;

/// Examines a repetition of `first`. What is wrong with both is said about the first one only. There is nothing to compare
/// with a first entry that is empty or not read.
pub(super) fn examine<'a>(
    first: Field,
    input: Input<'a>,
    answers: &Answers<'a>,
    findings: &mut Findings,
    buffer: &'a mut String,
) -> Examined<'a> {
    let kind = match first {
        Field::CustomerId => Kind::CustomerId,
        Field::SecretNumber => Kind::SecretNumber,
        _ => Kind::Password,
    };
    let from = findings.len();
    let examined = kind::examine(kind, input, &answers.context, findings, buffer);
    let Input::Text(text) = input else { return examined };
    if examined.status == Status::Empty {
        return examined;
    }
    let repetition = match answers.input(first) {
        Input::Text(first) if !is_nothing(first) => compare(kind, first, text, &answers.context),
        _ if examined.is_secret => Repetition::Same,
        _ => return examined,
    };
    let status = match repetition {
        // A secret has no value that could be told right from wrong.
        Repetition::Same if examined.is_secret => Status::Valid,
        Repetition::Same if !answers.is_judged(first) || is_valid(kind, first, answers) => return examined,
        Repetition::Same => examined.status,
        Repetition::Begun if answers.context.is_typing() => Status::Incomplete,
        Repetition::Begun | Repetition::Other => Status::Invalid,
    };
    findings.take_back(from);
    if status == Status::Invalid && !matches!(repetition, Repetition::Same) {
        findings.report(Code::ConfirmMismatch, NOWHERE);
    }
    Examined { status, ..examined }
}

fn is_valid(kind: Kind, field: Field, answers: &Answers) -> bool {
    kind::is_input(kind, answers.input(field), &answers.context, &mut String::new())
}

enum Repetition {
    Same,
    /// The same as far as it goes.
    Begun,
    Other,
}

/// Passwords to the letter, everything else by canonical values. Nothing is copied: a secret leaves no trace here.
fn compare(kind: Kind, first: &str, second: &str, context: &Context) -> Repetition {
    if kind == Kind::Password {
        return match first.strip_prefix(second) {
            Some("") => Repetition::Same,
            Some(_) => Repetition::Begun,
            None => Repetition::Other,
        };
    }
    let [mut first, second] = [first, second].map(|text| canonical(kind, Input::Text(text), context));
    for char in second {
        if first.next() != Some(char) {
            return Repetition::Other;
        }
    }
    if first.next().is_none() { Repetition::Same } else { Repetition::Begun }
}

/// The characters of a canonical number or customer ID: `1111111111` is `CAF1111111111` beside CAF.
pub(super) fn canonical<'a>(kind: Kind, input: Input<'a>, context: &Context) -> impl Iterator<Item = char> + use<'a> {
    let text = if let Input::Text(text) = input { text } else { "" };
    let folding = kind.folding(context);
    let are_digits_alone = folded(text, folding).next().is_some_and(|char| char.is_ascii_digit());
    let prefix = context.customer_id_kind.filter(|_| kind == Kind::CustomerId && are_digits_alone);
    prefix.map_or("", Prefix::letters).chars().chain(folded(text, folding))
}
