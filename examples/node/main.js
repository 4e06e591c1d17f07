// A server that checks submitted forms with the rules of the page: `POST /{form}`, as JSON or as browsers send it.
//
// The page checks to help while typing, but anybody can send anything: who takes the data checks again. The answer is
// 200 with the canonical values, or 422 with what is wrong in the language of the reader. Neither holds a secret, and
// the second nothing of what was typed.

import { createServer } from "node:http";
import { check, ready } from "onshi-check";
import { answer } from "./answer.js";
import { Refusal } from "./refusal.js";

const { PORT = "3000", TODAY } = process.env;

// The day that rules about time go by, for demonstrations and tests. Without it the package takes today in Tokyo.
if (TODAY !== undefined && check("date", TODAY).value !== TODAY) {
  throw new Error(`TODAY is not a day such as 2026-11-21: ${TODAY}`);
}
// A server that cannot check says so when it starts, not to its first visitor.
await ready;

const server = createServer(async (request, response) => {
  const { status, headers, body } = await answer(request, TODAY).catch(failed);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
});

function failed(error) {
  if (error instanceof Refusal) return { status: error.status, headers: error.headers, body: { error: error.message } };
  console.error(error);
  return { status: 500, headers: {}, body: { error: "internal" } };
}

server.listen({ port: PORT, host: "127.0.0.1" }, () => console.log(`http://127.0.0.1:${server.address().port}`));
