// Choices in a select that stay what they are while their words change.

import { element } from "./message.js";

/** options: `[{ value, text }]`. Made anew only where they are other values, so that an open list stays open. */
export function fillSelect(select, options, value) {
  const before = [...select.options].map((option) => option.value).join("\n");
  if (before === options.map((option) => option.value).join("\n")) {
    options.forEach(({ text }, index) => {
      if (select.options[index].text !== text) select.options[index].text = text;
    });
  } else {
    select.replaceChildren(...options.map(({ value, text }) => {
      const option = element("option", "", text);
      option.value = value;
      return option;
    }));
  }
  if (select.value !== value) select.value = value;
}
