using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "registration", worker = .registration)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "registration")],
);

const registration :Workerd.Worker = (
  compatibilityDate = "2026-10-01",
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "onshi_check.wasm", wasm = embed "dist/onshi_check.wasm"),
  ],
);
