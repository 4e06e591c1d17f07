// From a CommonJS file, with the types of a browser.

import onshi = require("onshi-check");
import react = require("onshi-check/react-hook-form");
import type { Resolver } from "react-hook-form";

type Values = onshi.FormValues<"user-registration">;
const made: Resolver<Values, unknown, react.Submitted<"user-registration">> = react.resolver("user-registration");
export = made;
