// Keyboard, mode, chosen event and small helpers of the staff pages.

export function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

/** Choices that stay in this browser: the event one works on, the columns of a list. */
export const readChoice = (name) => localStorage.getItem(name) ?? "";
export const writeChoice = (name, value) => value ? localStorage.setItem(name, value) : localStorage.removeItem(name);

export function showModal(dialog) { if (dialog && !dialog.open) dialog.showModal(); }
export function closeModal(dialog) { if (dialog?.open) dialog.close(); }
export function closeMenus() { document.querySelectorAll("details.menu[open]").forEach((menu) => menu.removeAttribute("open")); }
export function focus(id) { document.getElementById(id)?.focus(); }
export function scrollToId(id) { document.getElementById(id)?.scrollIntoView({ block: "start" }); }

const typing = (target) => target.closest?.("input, select, textarea, dialog[open], [contenteditable]") !== null;

/** Ctrl K opens the search; a click outside closes menus; signing out forgets drafts and what a door kept on this device. */
export function listen(shell) {
  const abort = new AbortController();
  const options = { signal: abort.signal };
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
      e.preventDefault();
      shell.invokeMethodAsync("OpenSearch");
    } else if (e.key === "Escape") {
      closeMenus();
    }
  }, options);
  document.addEventListener("click", (e) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(e.target)) menu.removeAttribute("open"); });
    if (!e.target.closest?.(".sidenav, .menu-button")) document.querySelector(".shell")?.classList.remove("nav-open");
  }, options);
  document.addEventListener("submit", (e) => {
    if (e.target.matches("form[data-forget-drafts]")) {
      for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
      indexedDB.deleteDatabase("door");
    }
  }, options);
  document.documentElement.dataset.keys = "on";
  return { stop: () => abort.abort() };
}

export function toggleNav() {
  const shell = document.querySelector(".shell");
  const open = shell.classList.toggle("nav-open");
  if (open) shell.querySelector(".sidenav a")?.focus();
}
export function closeNav() { document.querySelector(".shell")?.classList.remove("nav-open"); }

/** Arrow keys move through the rows of a table, Enter opens, Space ticks. The row's first link says where to. */
export function listKeys(table) {
  const abort = new AbortController();
  const rows = () => [...table.querySelectorAll("tbody tr")];
  table.addEventListener("keydown", (e) => {
    if (e.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const all = rows();
    const at = all.indexOf(e.target.closest("tr"));
    const go = (i) => { const row = all[Math.max(0, Math.min(all.length - 1, i))]; row?.querySelector("a")?.focus(); e.preventDefault(); };
    if (e.key === "ArrowDown") go(at + 1);
    else if (e.key === "ArrowUp") go(at - 1);
    else if (e.key === "Home") go(0);
    else if (e.key === "End") go(all.length - 1);
    else if (e.key === " " && e.target.matches("a")) { e.preventDefault(); e.target.closest("tr")?.querySelector("input[type=checkbox]")?.click(); }
  }, { signal: abort.signal });
  return { stop: () => abort.abort() };
}

/** Single letters as shortcuts outside of fields, for example J and K in a record. */
export function shortcuts(page, keys) {
  const abort = new AbortController();
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    const key = e.key.toLowerCase();
    if (keys.includes(key)) { e.preventDefault(); page.invokeMethodAsync("OnShortcut", key); }
  }, { signal: abort.signal });
  return { stop: () => abort.abort() };
}

/** Focus moves to the first field that is wrong. */
export function focusFirstError(root) { root?.querySelector("[aria-invalid=true]")?.focus(); }

/** Focus moves to a field, or to the first input of a group of that name. */
export function focusField(id, name) {
  const field = document.getElementById(id) ?? document.querySelector(`[name="${CSS.escape(name)}"]`) ?? document.querySelector(`[name^="${CSS.escape(name)}["]`);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

/** Fetches a file that was made while the page was open. */
export function download(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
