//! The test runner that `.cargo/config.toml` names for the wasm32 target.
//!
//! It is the runner of `wasm-bindgen-cli` as a library: one lock file then keeps it and the crate's `wasm-bindgen` at
//! one version, and nobody has to install a program of just that version first.

use anyhow::Result;

/// The name under which `.cargo/config.toml` calls it.
pub(crate) const NAME: &str = "wasm-test-runner";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    // `cargo test --quiet` passes on a switch that this runner refuses.
    let known = arguments.iter().filter(|argument| *argument != "--quiet");
    let command = std::iter::once(NAME).chain(known.map(String::as_str));
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(command)
}
