const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const element = document.querySelector("form");
const names = ["customerId", "phone", "email"];

const waiting = new Map();
worker.addEventListener("message", ({ data }) => {
  waiting.get(data.number)(data);
  waiting.delete(data.number);
});

let asked = 0;

function ask(fields) {
  const number = ++asked;
  worker.postMessage({ number, fields });
  return new Promise((resolve) => waiting.set(number, resolve));
}

async function judge(shown) {
  const report = await ask(Object.fromEntries(new FormData(element)));
  for (const field of shown) {
    const issue = report.issues.find(({ path }) => path[0] === field);
    const message = document.querySelector(`#${field}-message`);
    message.textContent = issue?.message ?? "";
    message.dataset.code = issue?.code ?? "";
  }
  return report;
}

element.addEventListener("focusout", ({ target }) => {
  if (names.includes(target.name)) judge([target.name]);
});

element.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { status, values } = await judge(names);
  element.querySelector("output").textContent = status === "valid" ? JSON.stringify(values) : "";
});
