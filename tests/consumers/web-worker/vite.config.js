import { defineConfig } from "vite";

// On a busy machine the remarks about slow plugins come and go.
const rolldownOptions = { checks: { bundlerTimings: false } };

export default defineConfig({ build: { rolldownOptions }, worker: { rolldownOptions } });
