// One message as a bubble.

import { fileSize, text } from "./strings.js";

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

// `actions`: press(message, button), command(text), start(payload), edit(message), in groups reply(message); `me`
// decides the side.
export function bubble(message, { me, botUsername, actions }) {
  if (message.service) return serviceLine(message);
  const own = !message.from_bot && message.sender_id === me;
  const article = element("article", { class: `message ${own ? "own" : "other"}`, "data-id": message.id });
  const box = element("div", { class: "bubble" });
  article.append(box);
  if (!own) box.append(element("p", { class: "sender" }, message.sender));
  if (message.reply_to) {
    box.append(element("div", { class: "quote" }, element("b", {}, message.reply_to.sender), element("span", {}, message.reply_to.text)));
  }
  if (message.file) box.append(attachment(message.file));
  else if (message.kind) box.append(element("p", { class: "kind" }, text(`kinds.${message.kind}`)));
  if (message.html) box.append(body(message.html, botUsername, actions));
  box.append(footer(message, own, actions));
  if (message.rows.length) article.append(rows(message, botUsername, actions));
  return article;
}

// What has happened to a topic or to the group, as a line of its own.
function serviceLine(message) {
  return element("p", { class: "service", "data-id": message.id }, text(`services.${message.service}`, { name: message.topic_name }));
}

function body(html, botUsername, actions) {
  // The sandbox writes this HTML itself, from escaped text and a closed list of tags.
  const node = element("div", { class: "text", dir: "auto" });
  node.innerHTML = html;
  for (const link of node.querySelectorAll("a")) {
    const command = link.href.match(/^tg:\/\/bot_command\?command=(.+)$/);
    const payload = startPayload(link.href, botUsername);
    if (command) follow(link, () => actions.command(decodeURIComponent(command[1])));
    else if (payload !== null) follow(link, () => actions.start(payload));
    else {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
  // A quotation or block of code ends its line by itself.
  for (const block of node.querySelectorAll("blockquote, pre")) {
    const next = block.nextSibling;
    if (next?.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^\n/, "");
  }
  for (const hidden of node.querySelectorAll("tg-spoiler, blockquote[expandable]")) {
    hidden.tabIndex = 0;
    hidden.setAttribute("role", "button");
    const open = () => hidden.classList.add("open");
    hidden.addEventListener("click", open);
    hidden.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && open());
  }
  return node;
}

function follow(link, action) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    action();
  });
}

function rows(message, botUsername, actions) {
  const keyboard = element("div", { class: "inline-keyboard" });
  for (const cells of message.rows) {
    const row = element("div", { class: "row" });
    for (const cell of cells) row.append(button(message, cell, botUsername, actions));
    keyboard.append(row);
  }
  return keyboard;
}

function button(message, cell, botUsername, actions) {
  if (cell.url === null) {
    return element("button", { type: "button", onclick: () => actions.press(message, cell) }, cell.text);
  }
  const payload = startPayload(cell.url, botUsername);
  if (payload !== null) {
    return element("button", { type: "button", onclick: () => actions.start(payload) }, cell.text);
  }
  const link = element("a", { href: cell.url, target: "_blank", rel: "noopener noreferrer" }, cell.text);
  link.append(element("span", { class: "outward", "aria-hidden": "true" }, "↗"));
  return link;
}

// The payload of a link that starts this bot ("" without one), or null for any other address.
export function startPayload(address, botUsername) {
  let url;
  try {
    url = new URL(address.includes("://") ? address : `https://${address}`);
  } catch {
    return null;
  }
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.replace(/\//g, "");
  const telegram = url.protocol === "tg:" || ["t.me", "telegram.me"].includes(url.hostname);
  if (!telegram || name?.toLowerCase() !== botUsername.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}

function attachment(file) {
  if (file.is_photo) {
    return element("a", { href: file.url, target: "_blank", class: "photo" }, element("img", { src: file.url, alt: text("photo") }));
  }
  const size = fileSize(file.size);
  return element(
    "a",
    { href: file.url, download: file.name, class: "file", "aria-label": text("download", { name: file.name, size }) },
    element("span", { class: "file-sign", "aria-hidden": "true" }, "↓"),
    element("span", { class: "file-name" }, file.name, element("small", {}, size)),
  );
}

function footer(message, own, actions) {
  const moment = new Date(message.date * 1000);
  const time = moment.toLocaleTimeString(text("locale"), { hour: "2-digit", minute: "2-digit" });
  const node = element("p", { class: "footer" });
  if (own && message.text && !message.file) {
    node.append(element("button", { type: "button", class: "edit", onclick: () => actions.edit(message) }, text("edit")));
  }
  if (actions.reply) node.append(element("button", { type: "button", class: "edit", onclick: () => actions.reply(message) }, text("reply")));
  if (message.edited) node.append(element("span", {}, text("edited")));
  node.append(element("time", { datetime: moment.toISOString(), title: moment.toLocaleString(text("locale")) }, time));
  return node;
}
