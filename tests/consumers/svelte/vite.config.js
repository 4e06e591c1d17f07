import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  build: {
    rolldownOptions: {
      input: ["index.html", "slim.html"],
      // On a busy machine the remarks about slow plugins come and go.
      checks: { bundlerTimings: false },
    },
  },
});
