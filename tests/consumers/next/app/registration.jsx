"use client";

import { useActionState, useState } from "react";
import { register } from "./actions";
import { issuesOf } from "./rules";

export function Registration({ described }) {
  const [state, action] = useActionState(register, { values: {}, issues: {} });
  const [seen, setSeen] = useState({});
  const judge = ({ target }) => {
    const { [target.name]: issue } = issuesOf({ [target.name]: target.value });
    setSeen({ ...seen, [target.name]: issue ?? null });
  };
  const refuse = (event) => {
    const issues = issuesOf(Object.fromEntries(new FormData(event.currentTarget)));
    setSeen(issues);
    if (Object.keys(issues).length > 0) event.preventDefault();
  };
  return (
    <form action={action} onSubmit={refuse} noValidate>
      {described.map(({ name, label, hint }) => {
        const issue = name in seen ? seen[name] : state.issues[name];
        return (
          <p key={name}>
            <label htmlFor={name}>{label}</label>
            <input id={name} name={name} title={hint} defaultValue={state.values[name]} onBlur={judge} aria-describedby={`${name}-message`} />
            {issue && (
              <span id={`${name}-message`} data-code={issue.code}>
                {issue.message}
              </span>
            )}
          </p>
        );
      })}
      <button>確認する</button>
      {state.sent && <output>{JSON.stringify(state.sent)}</output>}
    </form>
  );
}
