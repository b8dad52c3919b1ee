// The page: who is chosen, what their chat shows, what they do.

import { base64, get, listen, post } from "./api.js";
import { bubble, element } from "./bubble.js";
import { closeMenus, fillCommands, fillPersonMenu, wireMenus } from "./menus.js";
import { renderPeople } from "./people.js";
import { apply, choose, localised, text } from "./strings.js";

const MAX_UPLOAD = 20 * 1024 * 1024;
const byId = (id) => document.getElementById(id);
const state = { bot: null, chats: [], current: null, chat: null, unread: new Map(), editing: null, replying: null, topic: 0 };

const here = () => state.chats.find((chat) => chat.id === state.current);
const me = () => (here()?.kind === "group" ? Number(byId("as").value) : state.current);

async function act(action, body) {
  try {
    return await post(state.current, action, here()?.kind === "group" ? { ...body, as: me() } : body);
  } catch (error) {
    console.warn(error);
    toast(text("failed"));
    return null;
  }
}

const actions = {
  press: (message, button) => act("press", { message_id: message.id, data: button.data ?? "" }),
  command: (command) => act("send", { text: command, topic: state.topic }),
  start: (payload) => act("send", { text: `/start ${payload}`.trim() }),
  edit: startEditing,
};

// — the list of people and the chosen chat —

async function load() {
  const overview = await get("state");
  state.bot = overview.bot;
  state.chats = overview.chats;
  const remembered = Number(location.hash.slice(1));
  const known = (id) => state.chats.some((chat) => chat.id === id);
  const chosen = [state.current, remembered, state.chats[0]?.id].find(known);
  if (chosen !== undefined) await open(chosen);
}

async function open(chatId) {
  if (state.current !== chatId) {
    stopEditing();
    state.topic = 0;
  }
  state.current = chatId;
  state.unread.delete(chatId);
  history.replaceState(null, "", `#${chatId}`);
  const chat = await get(`chats/${chatId}`);
  if (state.current !== chatId) return;
  state.chat = chat;
  const group = here().kind === "group";
  byId("as").hidden = !group;
  if (group) byId("as").replaceChildren(...here().members.map((one) => element("option", { value: one.id }, one.name)));
  if (!chat.topics.some((topic) => topic.id === state.topic)) state.topic = 0;
  byId("topic").hidden = !chat.topics.length;
  byId("topic").replaceChildren(...chat.topics.map(topicOption));
  render();
}

function topicOption(topic) {
  const name = topic.id ? topic.name : text("generalTopic");
  const label = topic.is_closed ? text("closedTopic", { name }) : name;
  return element("option", { value: topic.id, selected: topic.id === state.topic }, label);
}

// Messages of the chosen topic; all of them where there are no topics.
const shown = (message) => !state.chat.topics.length || message.topic === state.topic;

function focusText() {
  // On a phone focus would open the keyboard over the chat.
  if (matchMedia("(hover: hover)").matches) byId("text").focus({ preventScroll: true });
}

function render() {
  apply();
  renderPeople(byId("people"), state, (id) => open(id).then(focusText));
  byId("people").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!state.chat) return;
  byId("chat-name").textContent = here().name;
  byId("chat-caption").textContent = localised(here().caption);
  const messages = state.chat.messages.filter(shown);
  byId("log").replaceChildren(...(messages.length ? messages.map(drawn) : [welcome()]));
  fillCommands(state.chat.commands, actions.command);
  fillPersonMenu(here());
  renderKeyboard();
  renderState();
  showAction(state.chat.action);
  scrollDown();
}

const drawn = (message) => bubble(message, { me: me(), botUsername: state.bot.username, actions: { ...actions, reply: here().kind === "group" ? startReplying : null } });

function welcome() {
  const box = element("div", { class: "welcome" });
  box.append(element("h3", {}, state.chat.bot_name));
  if (state.chat.description) {
    box.append(element("p", { class: "question" }, text("whatBotDoes")), element("p", {}, state.chat.description));
  } else box.append(element("p", {}, text("empty")));
  return box;
}

function renderState() {
  const person = here().kind === "person";
  const fresh = person && !state.chat.messages.length;
  byId("blocked").hidden = !here().blocked;
  byId("start").hidden = here().blocked || !fresh;
  byId("composer").hidden = here().blocked || fresh;
}

function renderKeyboard() {
  const keyboard = byId("keyboard");
  keyboard.hidden = !state.chat.keyboard.length || here().blocked;
  keyboard.replaceChildren(
    ...state.chat.keyboard.map((cells) =>
      element("div", { class: "row" }, ...cells.map((label) => element("button", { type: "button", onclick: () => act("keyboard", { text: label }) }, label))),
    ),
  );
}

function scrollDown() {
  const log = byId("log");
  log.scrollTop = log.scrollHeight;
}

// — what happens meanwhile —

const heard = {
  message(event) {
    if (event.chat_id !== state.current) {
      if (event.message.from_bot) state.unread.set(event.chat_id, (state.unread.get(event.chat_id) ?? 0) + 1);
      return;
    }
    if (state.chat.messages.some((known) => known.id === event.message.id)) return;
    if (!state.chat.messages.some(shown)) byId("log").replaceChildren();
    state.chat.messages.push(event.message);
    state.chat.keyboard = event.keyboard;
    if (shown(event.message)) byId("log").append(drawn(event.message));
    if (event.message.from_bot) showAction("");
    renderKeyboard();
    renderState();
    scrollDown();
  },
  edited(event) {
    if (event.chat_id !== state.current) return;
    const log = byId("log");
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const place = state.chat.messages.findIndex((known) => known.id === event.message.id);
    if (place < 0) return;
    state.chat.messages[place] = event.message;
    const old = log.querySelector(`[data-id="${event.message.id}"]`);
    const focused = old?.contains(document.activeElement);
    const next = drawn(event.message);
    old?.replaceWith(next);
    if (focused) (next.querySelector(".inline-keyboard button, .inline-keyboard a") ?? log).focus({ preventScroll: true });
    if (atEnd) scrollDown();
  },
  deleted(event) {
    if (event.chat_id !== state.current) return;
    state.chat.messages = state.chat.messages.filter((known) => known.id !== event.message_id);
    byId("log").querySelector(`[data-id="${event.message_id}"]`)?.remove();
    renderState();
  },
  action(event) {
    if (event.chat_id === state.current) showAction(event.action);
  },
  answer(event) {
    if (event.user_id !== me() || !event.text) return;
    if (!event.alert) return toast(event.text);
    byId("alert-text").textContent = event.text;
    byId("alert").showModal();
  },
  topics(event) {
    if (event.chat_id === state.current) return refresh();
  },
  profile(event) {
    if (event.chat_id === state.current) return refresh();
  },
  person: () => load(),
  resync: () => load(),
};

let refreshing = null;
function refresh() {
  // Registering texts comes in a burst; one reading afterwards is enough.
  clearTimeout(refreshing);
  refreshing = setTimeout(() => open(state.current), 50);
}

function hear(event) {
  if (!state.bot) return;
  heard[event.event]?.(event);
  const chat = state.chats.find((one) => one.id === event.chat_id);
  if (chat && event.event === "message") chat.last = event.message.text.slice(0, 80);
  if (event.event === "message") renderPeople(byId("people"), state, (id) => open(id).then(focusText));
}

let typing = null;
function showAction(action) {
  clearTimeout(typing);
  byId("typing").textContent = action ? text(action === "typing" ? "typing" : "sending") : "";
  // Telegram shows an action for five seconds.
  if (action) typing = setTimeout(() => showAction(""), 5000);
}

let toasting = null;
function toast(words) {
  clearTimeout(toasting);
  byId("toast").textContent = words;
  toasting = setTimeout(() => (byId("toast").textContent = ""), 4000);
}

// — writing —

function startEditing(message) {
  state.editing = message.id;
  byId("banner").hidden = false;
  byId("banner-text").textContent = text("editing");
  byId("send-text").textContent = text("save");
  byId("text").value = message.text;
  byId("text").focus();
  grow();
}

function startReplying(message) {
  stopEditing();
  state.replying = message.id;
  byId("banner").hidden = false;
  byId("banner-text").textContent = text("replying", { text: message.text.slice(0, 60) });
  byId("text").focus();
}

function stopEditing() {
  if (state.editing !== null) byId("text").value = "";
  state.editing = state.replying = null;
  byId("banner").hidden = true;
  byId("send-text").textContent = text("send");
  grow();
}

async function submit() {
  const words = byId("text").value.trim();
  if (!words) return;
  const { editing, replying } = state;
  byId("text").value = "";
  stopEditing();
  const done = editing === null ? await act("send", { text: words, reply_to: replying, topic: state.topic }) : await act("edit", { message_id: editing, text: words });
  if (done === null && !byId("text").value) byId("text").value = words;
  byId("text").focus();
}

function grow() {
  const area = byId("text");
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight, 140)}px`;
}

async function upload(file) {
  if (file.size > MAX_UPLOAD) return toast(text("tooBig"));
  const caption = byId("text").value.trim();
  byId("text").value = "";
  grow();
  await act("upload", { name: file.name, mime: file.type, content: await base64(file), caption, as_photo: file.type.startsWith("image/") });
}

function wire() {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  byId("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") stopEditing();
  });
  byId("text").addEventListener("input", grow);
  byId("banner-close").addEventListener("click", stopEditing);
  byId("attach").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) upload(file);
    event.target.value = "";
  });
  // A picture is higher once it is there.
  byId("log").addEventListener("load", scrollDown, { capture: true });
  byId("start-button").addEventListener("click", () => actions.start(""));
  byId("unblock").addEventListener("click", () => act("person", { blocked: false }));
  byId("block").addEventListener("click", () => {
    closeMenus();
    act("person", { blocked: !here().blocked });
  });
  byId("language").addEventListener("change", (event) => act("person", { language: event.target.value }));
  byId("as").addEventListener("change", render);
  byId("topic").addEventListener("change", (event) => {
    state.topic = Number(event.target.value);
    render();
  });
  byId("rights").addEventListener("click", () => {
    closeMenus();
    act("group", { manages_topics: !here().manages_topics });
  });
  byId("delete-topic").addEventListener("click", () => {
    closeMenus();
    act("group", { delete_topic: state.topic });
  });
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      choose(button.dataset.language);
      render();
    });
  }
  wireMenus();
}

apply();
wire();
await load();
document.body.dataset.ready = "yes";
listen({ onEvent: hear, onOpen: load, onLost: () => toast(text("offline")) });
