import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // On a busy machine the remarks about slow plugins come and go.
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
});
