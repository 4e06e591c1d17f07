import { fileURLToPath } from "node:url";

export default {
  mode: "production",
  entry: { index: "./src/index.js", slim: "./src/slim.js" },
  output: { path: fileURLToPath(new URL("dist", import.meta.url)), clean: true },
  // The rules of the whole application are more than webpack likes in one file; they come in a chunk of their own.
  performance: { hints: false },
};
