//! The widget from inside WebAssembly, in a real page: `cargo test --target wasm32-unknown-unknown --features widget --test
//! widget` with `WASM_BINDGEN_USE_BROWSER=1`. It runs in Chromium and in Firefox; what a person does with a keyboard is
//! tested in `browser/`.

#![cfg(all(target_arch = "wasm32", feature = "widget"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test reports by failing")]
#![allow(unsafe_code, reason = "plays the part of JavaScript, which writes into the module's memory")]

use std::cell::Cell;
use std::slice;

use onshi_check::dom::host::Host;
use onshi_check::dom::{widget_attach, widget_detach, widget_event, widget_left, widget_paste, widget_start};
use onshi_check::wasm::hot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Event, HtmlElement, Node};

#[wasm_bindgen(inline_js = r"
export function makeHost(begin, write, emit) {
  const textOf = (control) => { try { return control.value; } catch { return undefined; } };
  return {
    begin,
    put(slot, control, isBox) {
      const text = isBox ? 'true' : textOf(control);
      write(slot, text ?? '');
      return text !== undefined;
    },
    skip: (slot) => write(slot, ''),
    text: (control) => textOf(control) ?? '',
    hasText: (control) => (textOf(control) ?? '') !== '',
    label: (control) => control.labels?.[0]?.firstChild.textContent.trim() ?? '',
    today: () => (2026 << 9) | (11 << 5) | 21,
    unknown: (attribute, name) => emit(`unknown ${name}`),
    field: (control, name, state) => emit(`${name} ${state}`),
    alone: (control, name, state) => emit(`${name} ${state}`),
    collect() {},
    report: (element) => emit('report'),
    fix: () => true,
    write: (control, text) => { control.value = text; return true; },
    // What was pasted, as attributes: the label of a field that was filled, or how many things the text says about it.
    pastedLabel: (control) => control.dataset.pasted,
    pastedInto: () => document.querySelector('[data-pasted],[data-count]') ?? undefined,
    pastedField: (place, index) => document.querySelectorAll('[data-pasted],[data-count]')[index],
    pastedCount: (place, index) => Number(document.querySelectorAll('[data-pasted],[data-count]')[index].dataset.count ?? 1),
    pastedInVain: () => false,
    unpaste() { for (const it of document.querySelectorAll('[data-pasted]')) { it.value = ''; delete it.dataset.pasted; } },
  };
}
export function canonical(form) {
  const data = new FormData();
  for (const [name, value] of new Map([...form.querySelectorAll('input')].map((it) => [it.name, it.value]))) data.append(name, value);
  const event = new Event('formdata', { bubbles: true });
  Object.defineProperty(event, 'target', { value: form });
  Object.defineProperty(event, 'formData', { value: data });
  return { event, read: () => [...data].map((pair) => pair.join('=')).join('&') };
}
export const eventOf = (made) => made.event;
export const read = (made) => made.read();
export const refuse = (control) => Object.defineProperty(control, 'value', { get() { throw new Error('no'); } });
")]
extern "C" {
    #[wasm_bindgen(js_name = makeHost)]
    fn make_host(begin: &JsValue, write: &JsValue, emit: &JsValue) -> Host;
    fn canonical(form: &Element) -> JsValue;
    #[wasm_bindgen(js_name = eventOf)]
    fn event_of(made: &JsValue) -> Event;
    fn read(made: &JsValue) -> String;
    fn refuse(control: &Element);
}

thread_local! {
    static END: Cell<usize> = const { Cell::new(0) };
    static SAID: Cell<Vec<String>> = const { Cell::new(Vec::new()) };
}

fn write(slot: usize, text: &str) {
    let start = END.get();
    END.set(start + text.len());
    // SAFETY: `texts` and `lengths` promise that much room, and no other call runs meanwhile.
    unsafe {
        let room = slice::from_raw_parts_mut(hot::texts((start + text.len()).max(4096)), start + text.len());
        room.get_mut(start..).expect("room").copy_from_slice(text.as_bytes());
        *hot::lengths().add(slot) = u32::try_from(text.len()).expect("short");
    }
}

/// A page with a form of this content, watched; it is put back when the value is dropped.
struct Page {
    root: Element,
    before: String,
    id: usize,
}

impl Page {
    fn open(content: &str) -> Self {
        let begin = Closure::<dyn FnMut()>::new(|| END.set(0)).into_js_value();
        let write = Closure::<dyn FnMut(usize, String)>::new(|slot, text: String| write(slot, &text)).into_js_value();
        let emit = Closure::<dyn FnMut(String)>::new(|text| {
            let mut said = SAID.take();
            said.push(text);
            SAID.set(said);
        });
        SAID.set(Vec::new());
        widget_start(make_host(&begin, &write, &emit.into_js_value()));
        let root = document().create_element("div").expect("an element");
        root.set_inner_html(content);
        document().body().expect("a body").append_child(&root).expect("a child");
        let before = root.inner_html();
        let none = String::new;
        let id = widget_attach(root.clone().into(), none(), none(), none(), none(), 0);
        Self { root, before, id }
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("no {selector}"))
    }

    fn tell(&self, selector: &str, name: &str) {
        let event = Event::new(name).expect("an event");
        let target: Node = self.find(selector).into();
        let listener = Closure::<dyn FnMut(Event)>::new(widget_event);
        target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).expect("a listener");
        target.dispatch_event(&event).expect("an event");
        target.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).expect("a listener");
    }

    /// Types into a control, and leaves it.
    fn enter(&self, selector: &str, text: &str) {
        self.type_in(selector, text);
        self.find(selector).unchecked_ref::<HtmlElement>().blur().expect("a control");
        self.tell(selector, "focusout");
    }

    fn type_in(&self, selector: &str, text: &str) {
        let control: HtmlElement = self.find(selector).unchecked_into();
        control.focus().expect("a control");
        control.unchecked_ref::<Valued>().set_value(text);
        self.tell(selector, "input");
    }

    fn message(&self, selector: &str) -> String {
        let id = self.find(selector).get_attribute("aria-describedby").unwrap_or_default();
        let id = id.split(' ').next_back().unwrap_or_default();
        document().get_element_by_id(id).and_then(|it| it.text_content()).unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        widget_detach(self.id);
        self.root.remove();
    }
}

#[wasm_bindgen]
extern "C" {
    type Valued;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Valued, value: &str);
}

fn document() -> Document {
    js_sys::global().unchecked_into::<web_sys::Window>().document().expect("a document")
}

const ALONE: &str = r#"<label for="id">お客さまID</label><input id="id" data-onshi="customer-id">"#;
const FORM: &str = r#"<form data-onshi-form="eligibility-application">
  <label>番号<input name="institutionNumber" id="number"></label>
  <label>年<input name="startYear" id="year"></label><label>月<input name="startMonthOfYear" id="month"></label>
  <label>支払<input name="paymentMethod" id="payment"></label>
</form>"#;

#[wasm_bindgen_test]
fn a_field_counts_down_while_it_is_typed_in() {
    let page = Page::open(ALONE);
    page.type_in("#id", "CAF12");
    assert_eq!(page.message("#id"), "あと8桁");
    assert_eq!(page.find("#id").get_attribute("data-onshi-state").as_deref(), Some("reading"));
}

#[wasm_bindgen_test]
fn what_is_wrong_is_said_when_the_field_is_left_and_goes_at_once() {
    let page = Page::open(ALONE);
    page.enter("#id", "CAF12");
    assert!(page.message("#id").starts_with("エラー：お客さまIDがあと8文字足りません。"), "{}", page.message("#id"));
    assert_eq!(page.find("#id").get_attribute("aria-invalid").as_deref(), Some("true"));
    page.type_in("#id", "CAF0123456789");
    assert_eq!(page.message("#id"), "CAF 0123 456 789");
    assert!(!page.find("#id").has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
fn nothing_is_judged_during_a_composition() {
    let page = Page::open(ALONE);
    page.find("#id").unchecked_ref::<HtmlElement>().focus().expect("a control");
    page.tell("#id", "compositionstart");
    page.type_in("#id", "ＣＡＦ１２");
    assert_eq!(page.message("#id"), "");
    page.tell("#id", "compositionend");
    assert_eq!(page.message("#id"), "あと8桁");
}

#[wasm_bindgen_test]
fn a_form_sends_what_was_understood() {
    let page = Page::open(FORM);
    page.enter("#number", "３２４ ６２９５");
    page.enter("#year", "２０２７");
    page.enter("#month", "０４");
    page.enter("#payment", "1");
    let form = page.find("form");
    let sent = canonical(&form);
    widget_event(event_of(&sent));
    assert_eq!(read(&sent), "institutionNumber=3246295&startYear=2027&startMonthOfYear=04&paymentMethod=1");
}

#[wasm_bindgen_test]
fn a_control_that_fights_back_stops_nobody_else() {
    let page = Page::open(FORM);
    refuse(&page.find("#payment"));
    page.enter("#number", "123");
    assert!(page.message("#number").starts_with("エラー"), "{}", page.message("#number"));
    assert_eq!(page.message("#payment"), "");
}

#[wasm_bindgen_test]
fn events_name_the_field_and_its_state() {
    let page = Page::open(FORM);
    page.enter("#number", "123");
    assert_eq!(SAID.take(), ["institutionNumber reading", "institutionNumber wrong"]);
}

#[wasm_bindgen_test]
fn detaching_leaves_the_page_as_it_was() {
    let page = Page::open(FORM);
    page.enter("#number", "123");
    page.enter("#year", "2027");
    assert_ne!(page.root.inner_html(), page.before);
    widget_detach(page.id);
    assert_eq!(page.root.inner_html(), page.before);
}

#[wasm_bindgen_test]
fn what_became_of_a_text_is_said_beside_it_and_beside_each_field() {
    let page = Page::open(
        r#"<textarea id="letter"></textarea><label>お客さまID<input id="id" data-onshi="customer-id"></label>
        <label>電話<input id="phone" data-onshi="phone"></label><label>メール<input id="mail" data-onshi="email"></label>"#,
    );
    for (selector, text, label) in [("#id", "CAF12", "お客様番号"), ("#phone", "0312345678", "")] {
        let control = page.find(selector);
        control.set_attribute("data-pasted", label).expect("an attribute");
        control.unchecked_ref::<Valued>().set_value(text);
        widget_left(control.unchecked_into());
    }
    page.find("#mail").set_attribute("data-count", "2").expect("an attribute");
    widget_paste(page.find("#letter").unchecked_into(), true);
    let said = [
        "お客さまID、電話を入力しました。お客さまIDを確かめてください。元に戻す",
        "要確認：文章にメールが2通りあります。あてはまるものを入力してください。",
    ];
    assert_eq!(page.message("#letter"), said.concat());
    assert!(
        page.message("#id").ends_with("貼り付けた文章の「お客様番号」から入力しました。"),
        "{}",
        page.message("#id")
    );
    assert_eq!(page.message("#phone"), "03 1234 5678貼り付けた文章から入力しました。");
    let read_out = document().query_selector(".onshi-live").expect("a selector").and_then(|it| it.text_content());
    assert!(read_out.unwrap_or_default().starts_with("お客さまID、電話を入力しました。"));

    page.tell(".onshi-undo", "click");
    widget_left(page.find("#phone").unchecked_into());
    assert_eq!(page.message("#phone"), "");
    assert!(page.message("#letter").starts_with("要確認"), "{}", page.message("#letter"));
}

#[wasm_bindgen_test]
fn a_kind_that_is_none_is_told_to_the_developer() {
    let page = Page::open(r#"<input data-onshi="costumer-id">"#);
    assert_eq!(SAID.take(), ["unknown costumer-id"]);
    assert_eq!(page.root.inner_html(), page.before);
}
