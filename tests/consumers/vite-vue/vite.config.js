import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [vue()],
  // On a busy machine the remarks about slow plugins come and go.
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
});
