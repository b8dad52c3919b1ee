// The list of people and groups, with what was said last and what is unread.

import { element } from "./bubble.js";
import { localised, text } from "./strings.js";

const COLOURS = 6;

export function renderPeople(list, state, choose) {
  const focused = document.activeElement?.dataset?.chat;
  list.replaceChildren(...state.chats.map((chat, place) => entry(chat, place, state, choose)));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus({ preventScroll: true });
}

function entry(chat, place, state, choose) {
  const unread = state.unread.get(chat.id) ?? 0;
  const caption = localised(chat.caption);
  const button = element(
    "button",
    { type: "button", "data-chat": chat.id, "aria-current": chat.id === state.current ? "true" : null, onclick: () => choose(chat.id) },
    element("span", { class: `face face-${place % COLOURS}`, "aria-hidden": "true" }, [...chat.name][0]),
    element(
      "span",
      { class: "name" },
      element("b", {}, chat.name),
      caption ? element("span", { class: "caption" }, caption) : null,
      chat.last ? element("small", {}, chat.last) : null,
    ),
  );
  if (unread) button.append(element("span", { class: "unread", "aria-label": text("unread", { count: unread }) }, String(unread)));
  return element("li", {}, button);
}
