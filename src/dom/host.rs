//! What the widget asks of JavaScript: texts on their way into the scratch buffer, the day, and events with objects in
//! their detail. `pkg/src/host.js` is the other side.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

use crate::calendar::Date;

#[wasm_bindgen]
extern "C" {
    /// The other side.
    pub type Host;

    /// Begins to write the texts of one call.
    #[wasm_bindgen(method)]
    pub(super) fn begin(this: &Host);

    /// Writes what the control says into a slot; a box that is ticked says so, whatever its value. The text itself never
    /// passes through here, so that a secret leaves no copy. False when the control fights back.
    #[wasm_bindgen(method)]
    pub(super) fn put(this: &Host, slot: usize, control: &Control, is_box: bool) -> bool;

    /// Leaves a slot empty.
    #[wasm_bindgen(method)]
    pub(super) fn skip(this: &Host, slot: usize);

    /// What the control says; never asked of a secret.
    #[wasm_bindgen(method)]
    pub(super) fn text(this: &Host, control: &Control) -> String;

    /// Whether it says anything.
    #[wasm_bindgen(method, js_name = hasText)]
    pub(super) fn has_text(this: &Host, control: &Control) -> bool;

    /// Puts a text in, also where a framework watches who writes. False when the control fights back.
    #[wasm_bindgen(method)]
    pub(super) fn write(this: &Host, control: &Control, text: &str) -> bool;

    /// The word that stood before what was pasted into a control, or nothing; none where nothing was, or not that any more.
    #[wasm_bindgen(method, js_name = pastedLabel)]
    pub(super) fn pasted_label(this: &Host, control: &Control) -> Option<String>;

    /// One of the controls that a text in this one is for.
    #[wasm_bindgen(method, js_name = pastedInto)]
    pub(super) fn pasted_into(this: &Host, place: &Control) -> Option<Control>;

    /// The controls that the text was about, one after the other.
    #[wasm_bindgen(method, js_name = pastedField)]
    pub(super) fn pasted_field(this: &Host, place: &Control, index: usize) -> Option<Control>;

    /// How many different things it says about that one. If one, it was filled in.
    #[wasm_bindgen(method, js_name = pastedCount)]
    pub(super) fn pasted_count(this: &Host, place: &Control, index: usize) -> u32;

    /// Whether nothing of the text fits.
    #[wasm_bindgen(method, js_name = pastedInVain)]
    pub(super) fn pasted_in_vain(this: &Host, place: &Control) -> bool;

    /// Takes everything back that came from the text.
    #[wasm_bindgen(method)]
    pub(super) fn unpaste(this: &Host, place: &Control);

    /// The words that the page puts beside it, without marks such as ※必須; of several buttons those beside all of them.
    #[wasm_bindgen(method)]
    pub(super) fn label(this: &Host, control: &Control, group: Option<Element>) -> String;

    /// Today in Tokyo, packed.
    #[wasm_bindgen(method)]
    fn today(this: &Host) -> u32;

    /// Tells the developer of the page that a name in an attribute is none.
    #[wasm_bindgen(method)]
    pub(super) fn unknown(this: &Host, attribute: &str, name: &str);

    /// The verdict on a form whose words are the answer of `form_check`: `onshi:verdict` for the one field.
    #[wasm_bindgen(method)]
    pub(super) fn field(
        this: &Host,
        control: &Control,
        name: &str,
        state: &str,
        form: usize,
        words: *const u32,
        english: bool,
    );

    /// The verdict on a control by itself, whose words are the answer of `check`.
    #[wasm_bindgen(method)]
    pub(super) fn alone(
        this: &Host,
        control: &Control,
        name: &str,
        state: &str,
        kind: usize,
        words: *const u32,
        english: bool,
    );

    /// Keeps the verdict on a control by itself for the report that follows.
    #[wasm_bindgen(method)]
    pub(super) fn collect(this: &Host, name: &str, kind: usize, words: *const u32, english: bool);

    /// `onshi:report` on the form, with what was collected. `form` is none where there are only controls by themselves.
    #[wasm_bindgen(method)]
    pub(super) fn report(this: &Host, element: &Element, form: Option<usize>, words: *const u32, english: bool);

    /// `onshi:fix`. False when the page wants to do it itself.
    #[wasm_bindgen(method)]
    pub(super) fn fix(this: &Host, control: &Control, name: &str, code: usize, value: &str) -> bool;

    /// An input, a select or a textarea of the page. One type for all three: they share what is needed here. The page may
    /// have put getters of its own on one of them, which throw: that one is left alone.
    #[wasm_bindgen(extends = HtmlElement, extends = Element, extends = web_sys::Node)]
    #[derive(Clone, PartialEq, Eq)]
    pub type Control;

    #[wasm_bindgen(method, getter, catch, js_name = form)]
    fn form_or_error(this: &Control) -> Result<Option<Element>, JsValue>;

    #[wasm_bindgen(method, getter, catch, js_name = checked)]
    fn checked_or_error(this: &Control) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, setter)]
    pub(super) fn set_checked(this: &Control, checked: bool);

    #[wasm_bindgen(method, getter, js_name = readOnly)]
    pub(super) fn read_only(this: &Control) -> bool;

    #[wasm_bindgen(method, getter, catch, js_name = validationMessage)]
    pub(super) fn validation_message(this: &Control) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setCustomValidity)]
    pub(super) fn set_custom_validity(this: &Control, message: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    pub(super) fn select(this: &Control);

    /// The event that web-sys does not have yet.
    #[wasm_bindgen(extends = web_sys::Event)]
    pub type FormDataEvent;

    #[wasm_bindgen(method, getter, js_name = formData)]
    pub(super) fn form_data(this: &FormDataEvent) -> web_sys::FormData;

    /// A form, as far as its own validation goes.
    #[wasm_bindgen(extends = Element)]
    pub type NativeForm;

    #[wasm_bindgen(method, js_name = reportValidity)]
    pub(super) fn report_validity(this: &NativeForm) -> bool;
}

impl Control {
    pub(super) fn form(&self) -> Option<Element> {
        self.form_or_error().ok().flatten()
    }

    pub(super) fn checked(&self) -> bool {
        self.checked_or_error().unwrap_or(false)
    }
}

impl Host {
    pub(super) fn day(&self) -> Option<Date> {
        Date::from_packed(self.today())
    }
}
