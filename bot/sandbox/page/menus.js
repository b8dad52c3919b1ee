// The two menus: commands beside the text box, and what can be done with a person.

import { element } from "./bubble.js";
import { text } from "./strings.js";

const byId = (id) => document.getElementById(id);
const MENUS = [["commands-button", "commands"], ["person-button", "person-menu"]];
const LANGUAGES = ["uk", "en", "crh", "pl", "ro", "hu", "ru", "de", "fr"];

export function wireMenus() {
  for (const [opener, menu] of MENUS) {
    byId(opener).addEventListener("click", (event) => {
      event.stopPropagation();
      const opens = byId(menu).hidden;
      closeMenus();
      if (opens) show(opener, menu);
    });
    byId(menu).addEventListener("click", (event) => event.stopPropagation());
  }
  document.addEventListener("click", closeMenus);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const opened = MENUS.find(([, menu]) => !byId(menu).hidden);
    closeMenus();
    if (opened) byId(opened[0]).focus();
  });
}

function show(opener, menu) {
  byId(menu).hidden = false;
  byId(opener).setAttribute("aria-expanded", "true");
  byId(menu).querySelector("button")?.focus();
}

export function closeMenus() {
  for (const [opener, menu] of MENUS) {
    byId(menu).hidden = true;
    byId(opener).setAttribute("aria-expanded", "false");
  }
}

export function fillCommands(commands, send) {
  const choose = (name) => {
    closeMenus();
    send(name);
    byId("text").focus();
  };
  const entries = commands.map(({ command, description }) =>
    element("button", { type: "button", onclick: () => choose(`/${command}`) }, element("b", {}, `/${command}`), element("span", {}, description)),
  );
  byId("commands").replaceChildren(...(entries.length ? entries : [element("p", {}, text("noCommands"))]));
}

export function fillPersonMenu(chat) {
  const isPerson = chat.kind === "person";
  byId("person-button").hidden = !isPerson && !chat.is_forum;
  byId("block").hidden = byId("language-label").hidden = !isPerson;
  byId("rights").hidden = byId("delete-topic").hidden = isPerson;
  byId("rights").textContent = text(chat.manages_topics ? "takeRight" : "giveRight");
  byId("block").textContent = text(chat.blocked ? "unblock" : "block");
  const codes = [...new Set([chat.language, ...LANGUAGES, ""])];
  byId("language").replaceChildren(...codes.map((code) => element("option", { value: code, selected: code === chat.language }, named(code))));
}

function named(code) {
  if (!code) return text("unknownLanguage");
  return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code) ?? code;
}
