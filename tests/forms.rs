//! What holds for every field of every form, however it is judged.

use onshi_check::form::Filled;
use onshi_check::{Code, Context, Field, Form, Input, LONGEST_INPUT, Place, Status};

fn codes_at(form: &Form, values: &[(&str, &str)], place: Place) -> Vec<Code> {
    let report = form.check(values, &Context::default());
    report.issues.iter().filter(|issue| issue.place == place).map(|issue| issue.code).collect()
}

#[test]
fn a_text_that_is_longer_than_is_read_is_right_in_no_field() {
    let long = "1".repeat(LONGEST_INPUT as usize + 1);
    let mut fields = 0;
    for form in Form::all() {
        for field in form.fields().filter(|field| *field != Field::TerminalNames) {
            let inputs: Vec<_> =
                form.inputs().map(|input| if input == field { Input::Text(&long) } else { Input::Missing }).collect();
            let report = form.check_filled(&Filled::all(&inputs), &Context::default());
            let judged = report.fields.iter().find(|(place, _)| *place == Place::Field(field));
            // What does not apply is not in the report.
            let Some((_, verdict)) = judged else { continue };
            assert_eq!(verdict.status, Status::Invalid, "{} of {}", field.name(), form.name());
            assert_eq!(verdict.issues[0].code, Code::InputTooLong, "{} of {}", field.name(), form.name());
            fields += 1;
        }
    }
    assert!(fields > 60, "{fields}");
}

#[test]
fn a_list_may_have_ten_items_and_any_blanks_behind() {
    let form = Form::from_name("eligibility-paper").expect("a form");
    let names = |texts: &[&'static str]| -> Vec<(&'static str, &'static str)> {
        texts.iter().map(|text| ("terminalNames", *text)).collect()
    };
    let ten = ["A"; 10];
    let list = Place::Field(Field::TerminalNames);
    for (more, expected) in [
        (&[][..], vec![]),
        (&["", " "], vec![]),
        (&["A"], vec![Code::TerminalNamesTooMany]),
        (&["", "A"], vec![Code::TerminalNamesTooMany]),
    ] {
        assert_eq!(codes_at(form, &names(&[&ten, more].concat()), list), expected, "{more:?}");
    }
}
