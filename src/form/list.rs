//! The items of a list, each judged by itself.

use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::form::table::LIST_ROOM;
use crate::issue::Code;
use crate::kind::{self, Examined, Input, Kind};
use crate::verdict::Status;

/// Examines the items whose inputs begin at `index`, calls `each` with the number of every one that is not empty and the
/// number of findings before it, and returns what is to be said about the list as such. What is wrong with it is the
/// last finding then. One input more than there may be items says that there are too many, or, when it is not text, that
/// what was given is no list at all.
pub(super) fn examine(
    kind: Kind,
    index: usize,
    answers: &Answers,
    findings: &mut Findings,
    buffer: &mut String,
    each: &mut dyn FnMut(u8, &Examined, &mut Findings, usize),
) -> Status {
    let inputs = answers.filled.inputs.get(index..).unwrap_or_default();
    let mut status = Status::Empty;
    for (input, number) in inputs.iter().zip(0..) {
        if usize::from(number) == LIST_ROOM {
            match input {
                Input::Missing => break,
                Input::NotText => findings.report(Code::TypeNotText, NOWHERE),
                Input::Text(_) | Input::TooLong => {
                    findings.report_with(Code::TerminalNamesTooMany, NOWHERE, LIST_ROOM, 0, 0);
                }
            }
            return Status::Invalid;
        }
        let from = findings.len();
        let examined = kind::examine(kind, *input, &answers.context, findings, buffer);
        if examined.status != Status::Empty {
            status = Status::Valid;
            each(number, &examined, findings, from);
        }
    }
    status
}
