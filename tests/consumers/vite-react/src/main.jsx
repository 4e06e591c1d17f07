import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Registration } from "./registration.jsx";

createRoot(document.querySelector("#root")).render(
  <StrictMode>
    <Registration />
  </StrictMode>,
);
