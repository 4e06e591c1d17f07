// Which line choices go together. Every state and every reason comes from `lineOptions` and `lineIssues`; what this file
// adds is the way out: for a choice that does not fit, the other choices that would have to change.

import { choiceMessage, createChoices } from "./choices.js";
import { check, isAvailable, lineIssues, lineOptions } from "./judge.js";
import { announce } from "./live.js";
import { element, icon, toneOf, toneWord } from "./message.js";
import { keepInPlace } from "./pointer.js";
import { createSelect } from "./select.js";
import { citation } from "./sources.js";
import { language, prefectures, say } from "./words.js";

const offered = {
  eligibility: {
    lineType: ["1", "2", "3"],
    customerIdSource: ["same-as-claims", "caf", "cop"],
    v6Option: ["contracted", "not-needed"],
  },
  claims: {
    lineType: ["ip-vpn-ipv4", "ip-vpn-ipv6", "internet", "isdn"],
    customerIdSource: ["same-as-eligibility", "caf", "cop"],
    v6Option: [],
  },
};

/** The line type with which the customer ID (and, for eligibility, the v6 option) is asked for. */
const askingType = { eligibility: "1", claims: "ip-vpn-ipv6" };

const findingIcons = { wrong: "wrong", look: "look", note: "note", good: "check", off: "off" };

/**
 * customerId(): the verdict on the customer ID typed elsewhere on the page, or null.
 * onPrefecture(value): the person chose a prefecture here.
 * onChange(): called after every painting.
 */
export function createLine({ customerId, onPrefecture, onChange }) {
  const list = document.getElementById("line-findings");
  const remembered = { eligibility: {}, claims: {} };
  const application = createChoices({ name: "application", onChange: switchApplication });
  const prefecture = createSelect({ id: "linePrefecture", onChange: () => onPrefecture(prefecture.value) });
  const service = createSelect({ id: "lineService", onChange: chosenHere });
  const groups = {
    lineType: createChoices({ name: "lineType", onChange: chosenHere }),
    customerIdSource: createChoices({ name: "customerIdSource", onChange: chosenHere }),
    v6Option: createChoices({ name: "v6Option", onChange: chosenHere }),
  };
  const controls = { prefecture, ...groups, lineService: service };
  let findings = [];
  let last = "";

  function currentApplication() {
    return application.value || "eligibility";
  }

  function isAsked(field) {
    const type = groups.lineType.value;
    if (field === "lineType") return true;
    return type === "" || type === askingType[currentApplication()];
  }

  /** The customer ID's kind as chosen, or else as read from the ID that was typed. */
  function sourceOfId() {
    if (groups.customerIdSource.value) return groups.customerIdSource.value;
    const verdict = customerId();
    return verdict?.status === "valid" ? verdict.parts?.prefix?.toLowerCase() ?? "" : "";
  }

  function selection() {
    const all = {
      prefecture: prefecture.value,
      lineType: groups.lineType.value,
      customerIdSource: sourceOfId(),
      v6Option: groups.v6Option.value,
      lineService: service.value,
    };
    // Claims: what is not asked for is not judged. Eligibility judges it, because it shows a wrong line type.
    if (currentApplication() === "claims" && !isAsked("customerIdSource")) all.customerIdSource = "";
    const given = Object.entries(all).filter(([, value]) => value !== "");
    return { application: currentApplication(), ...Object.fromEntries(given) };
  }

  function answers(chosen) {
    return lineOptions(chosen, { locale: language() }) ?? {};
  }

  function statesOf(answer, field) {
    return new Map((answer[field] ?? []).map((option) => [option.value, option]));
  }

  /** For a chosen value that does not fit: what else could change instead, one way for every other field. */
  function repairs(field, chosen) {
    const ways = [];
    for (const other of Object.keys(controls)) {
      if (other === field || !(other in chosen)) continue;
      const { [other]: dropped, ...rest } = chosen;
      const answer = answers(rest);
      if (statesOf(answer, field).get(chosen[field])?.state === "forbidden") continue;
      const fitting = (answer[other] ?? []).filter((option) => option.state !== "forbidden");
      ways.push(repair(field, other, fitting));
    }
    const own = { label: say("repair.own"), run: () => change(field, field, "") };
    return ways.length ? { actions: ways, actionsLead: say("repair.lead") } : { actions: [own] };
  }

  function repair(field, other, fitting) {
    const name = say(`${other}.label`);
    const isDerived = other === "customerIdSource" && !groups.customerIdSource.value;
    if (isDerived) {
      return { label: say("repair.choose", { field: say("customerId.label") }), run: () => document.getElementById("customerId").focus() };
    }
    if (fitting.length === 1) {
      const [{ value, label }] = fitting;
      const words = other in groups ? say(`${other}.${value}`) : label;
      return { label: say("repair.set", { field: name, value: words }), run: () => change(field, other, value) };
    }
    if (fitting.length > 1) return { label: say("repair.choose", { field: name }), run: () => controls[other].focus() };
    return { label: say("repair.clear", { field: name }), run: () => change(field, other, "") };
  }

  function change(field, other, value) {
    controls[other].choose(value);
    controls[field].focus();
    if (other === "prefecture") onPrefecture(value);
    chosenHere();
    announce([say("repair.done", { field: say(`${other}.label`) }), result()].join(" "));
  }

  function messageFor(field, states, chosen) {
    const { state, issue } = states.get(chosen[field]) ?? {};
    if (!issue) return undefined;
    return choiceMessage(issue, state === "forbidden" ? repairs(field, chosen) : {});
  }

  function paintGroup(field, answer, chosen) {
    const group = groups[field];
    const states = statesOf(answer, field);
    const isDerived = field === "customerIdSource" && !group.value && "customerIdSource" in chosen;
    const mark = document.getElementById(`${field}-mark`);
    if (mark) mark.textContent = say(isAsked(field) ? "required" : "notAsked");

    if (!isAsked(field)) {
      const reason = offMessage(say(`notAsked.${currentApplication()}`));
      group.paint(states, { isOff: true, message: messageFor(field, states, chosen) ?? reason });
    } else {
      const message = messageFor(field, states, chosen) ?? (isDerived ? derivedMessage(chosen.customerIdSource) : undefined);
      group.paint(states, { message });
    }
  }

  function offMessage(text) {
    return { state: "off", lines: [{ tone: "off", text }] };
  }

  function derivedMessage(source) {
    return { state: "reading", lines: [{ tone: "reading", text: say("customerIdSource.derived", { prefix: source.toUpperCase() }) }] };
  }

  function find(chosen) {
    const found = lineIssues(chosen, { locale: language() }) ?? [];
    const verdict = customerId();
    const kind = groups.customerIdSource.value;
    if (verdict?.status === "valid" && (kind === "caf" || kind === "cop") && isAsked("customerIdSource")) {
      const beside = check("customer-id", verdict.value, { customerIdKind: kind, locale: language() });
      found.push(...(beside?.issues ?? []).filter((issue) => issue.code === "customer-id.kind-mismatch"));
    }
    return found;
  }

  function finding(tone, text, source) {
    const row = element("li");
    row.dataset.tone = tone;
    const texts = element("div");
    const first = element("p");
    const word = toneWord(tone);
    if (word) first.append(element("strong", "tone", word));
    first.append(text);
    texts.append(first);
    texts.append(citation(source) ?? "");
    row.append(icon(findingIcons[tone]), texts);
    return row;
  }

  function paintFindings(chosen) {
    findings = find(chosen);
    const rows = findings.map((issue) => finding(toneOf(issue), issue.message, issue.source));
    if (!rows.length) {
      const hasChosen = Object.keys(chosen).some((field) => field !== "application" && field !== "prefecture");
      if (!hasChosen) rows.push(finding("off", say("findings.start")));
      else rows.push(isAvailable() ? finding("good", say("findings.none")) : finding("off", say("unavailable")));
    }
    list.replaceChildren(...rows);
  }

  function result() {
    const [first] = findings;
    if (!first) return groups.lineType.value && isAvailable() ? say("findings.none") : "";
    return `${toneWord(toneOf(first))} ${first.message} ${say("findings.found", { count: findings.length })}`;
  }

  function paint() {
    const chosen = selection();
    const answer = answers(chosen);
    if (answer.lineService) {
      const choices = answer.lineService.map(({ value, label }) => ({ value, label }));
      service.offer(choices, say("notChosen"));
    }
    document.querySelector('[data-field="lineService"]').hidden = !service.isFilled;
    application.paint(new Map());
    prefecture.paint(statesOf(answer, "prefecture"));
    service.paint(statesOf(answer, "lineService"), messageFor("lineService", statesOf(answer, "lineService"), chosen));
    for (const field of Object.keys(groups)) paintGroup(field, answer, chosen);
    groups.v6Option.group.hidden = currentApplication() === "claims";
    paintFindings(chosen);
  }

  function refresh() {
    keepInPlace(document.activeElement, paint);
    onChange();
  }

  function chosenHere() {
    refresh();
    const now = result();
    if (now !== last) announce(now);
    last = now;
  }

  function remember(name) {
    for (const field of Object.keys(groups)) remembered[name][field] = groups[field].value;
  }

  function offerGroups() {
    const name = currentApplication();
    for (const field of Object.keys(groups)) groups[field].offer(offered[name][field], remembered[name][field] ?? "");
  }

  function switchApplication() {
    remember(currentApplication() === "claims" ? "eligibility" : "claims");
    offerGroups();
    chosenHere();
  }

  return {
    /** Writes everything anew in the language of the page. */
    speak() {
      if (groups.lineType.values.length) remember(currentApplication());
      application.offer(["eligibility", "claims"], currentApplication());
      prefecture.offer(prefectures().map(({ value, label }) => ({ value, label: `${value}: ${label}` })), say("choose"));
      offerGroups();
      refresh();
    },
    refresh,
    setPrefecture(value) {
      prefecture.choose(value);
    },
    /** Why a customer ID is not asked for with these choices; "" where it is. */
    get whyNoCustomerId() {
      if (!isAsked("customerIdSource")) return say(`notAsked.${currentApplication()}`);
      return groups.customerIdSource.value.startsWith("same-") ? say("notAsked.same") : "";
    },
    get findings() {
      return findings;
    },
    /** How many choices are still to be made. */
    get remaining() {
      const required = currentApplication() === "claims" ? ["lineType", "customerIdSource"] : ["lineType", "customerIdSource", "v6Option"];
      return required.filter((field) => isAsked(field) && groups[field].value === "").length;
    },
  };
}
