// What is typed stays in this browser until it is saved: a lost connection loses nothing.
// Every form[data-draft] is watched. A draft is {at, values: {name: [values]}} and is forgotten after a day.

const day = 24 * 60 * 60 * 1000;

function valuesOf(form) {
  const values = {};
  for (const field of form.querySelectorAll("[name]")) {
    const list = values[field.name] ??= [];
    if (field.type === "checkbox" || field.type === "radio") { if (field.checked) list.push(field.value); }
    else list.push(field.value);
  }
  return values;
}

// Several people may use one browser: what somebody typed is offered to nobody else.
const keyOf = (name) => "draft:" + (document.querySelector(".shell")?.dataset.user ?? "") + ":" + name;

function remember(e) {
  const form = e.target.closest?.("form[data-draft]");
  if (form) localStorage.setItem(keyOf(form.dataset.draft), JSON.stringify({ at: Date.now(), values: valuesOf(form) }));
}

document.addEventListener("input", remember);
document.addEventListener("change", remember);

for (const key of Object.keys(localStorage)) {
  if (key.startsWith("draft:") && Date.now() - (JSON.parse(localStorage.getItem(key))?.at ?? 0) > day) localStorage.removeItem(key);
}

export function read(key) {
  const draft = JSON.parse(localStorage.getItem(keyOf(key)) ?? "null");
  return draft && { at: new Date(draft.at).toISOString(), values: draft.values };
}

export function forget(key) { localStorage.removeItem(keyOf(key)); }

/** Loading the module is what starts the watching. */
export function ready() { return null; }
