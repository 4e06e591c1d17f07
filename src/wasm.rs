//! The boundary to JavaScript: the only code that knows wasm-bindgen.
//!
//! Nothing here has a rule. `hot` takes texts through one scratch buffer and answers in numbers; `cold` answers rare
//! questions with whole objects; `many` takes files and long texts. Names are not sent at all: the package has them as tables that are written from the same
//! enums when it is packed (`crate::tables`). Sentences are made here, one by one, when somebody reads them.

#![allow(clippy::must_use_candidate, reason = "JavaScript calls these")]

use talc::wasm::{WasmBinning, WasmGrowAndClaim};

pub mod cold;
pub mod hot;
#[cfg(feature = "bulk")]
pub mod many;

/// Nothing happens at start, but the reset after a trap calls it.
#[wasm_bindgen::prelude::wasm_bindgen(start, private)]
fn start() {}

/// The standard allocator is 3 kB of the package; this one is a fifth of that.
#[global_allocator]
static ALLOCATOR: talc::cell::TalcSyncCell<WasmGrowAndClaim, WasmBinning> =
    talc::cell::TalcSyncCell::new_wasm(WasmGrowAndClaim);
