// The page's own words, in the language that was chosen last.

const all = await (await fetch("/sandbox/page/strings.json")).json();
const KEY = "sandbox-page-language";

export function language() {
  const chosen = localStorage.getItem(KEY);
  return chosen in all ? chosen : "uk";
}

export function text(id, values = {}) {
  const found = id.split(".").reduce((part, key) => part?.[key], all[language()]) ?? id;
  return String(found).replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

// A text that exists in several languages: {"uk": …, "en": …}.
export function localised(texts) {
  return texts[language()] ?? Object.values(texts)[0] ?? "";
}

export function fileSize(bytes) {
  const units = all[language()].units;
  let step = 0;
  while (bytes >= 1024 && step < units.length - 1) {
    bytes /= 1024;
    step += 1;
  }
  const digits = step === 0 || bytes >= 10 ? 0 : 1;
  return `${bytes.toLocaleString(text("locale"), { maximumFractionDigits: digits })}\u00a0${units[step]}`;
}

export function choose(code) {
  localStorage.setItem(KEY, code);
  apply();
}

export function apply() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = text(node.dataset.placeholder);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(node.dataset.label));
    if (node.matches("button")) node.title = text(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === language()));
  }
}
