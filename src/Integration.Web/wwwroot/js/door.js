// The door's page with a script: answers at once, goes on without network, and tells everything later. A scan is written down
// on this device before it is sent, and crossed out only when the portal has answered.
import { openStore, forgetClosed, forgetAll } from "./door-store.js";
import { listenToKeys, isTicket, codeOf, canUseCamera, watchCamera } from "./door-scan.js";

const door = document.getElementById("door");
const at = (id) => document.getElementById(id);
const words = new Map([...at("door-words").content.children].map((span) => [span.dataset.word, span]));
const word = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words.get(key).textContent);
const address = location.pathname.replace(/\/$/, "");
const answerWithin = 2500;
const sendWithin = 8000;
const most = 200;
const mostShown = 20;

let token = at("door-scan").elements.__RequestVerificationToken.value;
let rows = new Map();
let byTicket = new Map();
let online = true;
let signedOut = false;
let notOpen = false;
let telling = null;
let more = false;
let number = 0;
const waiting = new Map();

const store = await openStore(door.dataset.event, door.dataset.closes);
const closes = Date.parse(door.dataset.closes);

// ---- the list ----

function setRows(list) {
  rows = new Map(list.map((row) => [row.registration, row]));
  byTicket = new Map(list.map((row) => [row.ticket, row]));
}

async function setStanding(row, standing) {
  if (!row || row.standing === standing) return;
  row.standing = standing;
  await store.saveList([...rows.values()]);
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i").replace(/ß/g, "ss").trim();
const nameOf = (row) => row.name || word("NoName");

function showFound() {
  const wanted = fold(at("q").value);
  const found = wanted.length < 2 ? [] : [...rows.values()].filter((row) => row.name && (row.key.includes(wanted) || fold(row.name).includes(wanted)));
  const focused = document.activeElement?.closest("#door-list li")?.dataset.registration;
  at("door-list").replaceChildren(...found.slice(0, mostShown).map(lineOf));
  if (focused) at("door-list").querySelector(`[data-registration="${focused}"] button`)?.focus();
  at("door-found").textContent = wanted.length < 2 ? "" : found.length === 0 ? word("NobodyFound") : found.length > mostShown ? word("TooManyFound") : "";
}

function lineOf(row) {
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });
  const line = document.createElement("li");
  line.dataset.registration = row.registration;
  const who = document.createElement("span");
  who.append(make("strong", "", nameOf(row)), " ", make("span", "muted small", word("TicketEnding", row.ticket.slice(-4))), " ", make("span", "tag", word(`Standing${row.standing}`)));
  const inside = row.standing === "In";
  const button = make("button", inside ? "button" : "button primary", word(inside ? "CheckOut" : "CheckIn"));
  button.type = "button";
  button.setAttribute("aria-label", word(inside ? "CheckOutOf" : "CheckInOf", nameOf(row)));
  button.addEventListener("click", () => scan({ registration: row.registration }, inside ? "Out" : "In"));
  line.append(who, button);
  return line;
}

// ---- scanning ----

async function scan(what, direction) {
  at("door-waiting")?.remove();
  const one = { nonce: crypto.randomUUID(), ...what, direction, scannedAt: new Date().toISOString(), device: at("device").value, number: Date.now() * 1000 + (number++ % 1000) };
  await store.addScan(one);
  const row = one.registration ? rows.get(one.registration) : byTicket.get(one.ticket);
  const answered = new Promise((done) => waiting.set(one.nonce, done));
  void tell();
  const answer = online ? await Promise.race([answered, new Promise((done) => setTimeout(done, answerWithin))]) : null;
  waiting.delete(one.nonce);
  if (answer) {
    show(answer.signal, answer.name, answer.sentence, false);
  } else {
    const outcome = guess(row, direction);
    show(outcome === "NotInList" ? "Notice" : words.get(outcome).dataset.signal, row?.name ?? "", word(outcome), true);
    if (words.get(outcome).dataset.signal === "Good") await setStanding(row, direction === "In" ? "In" : "Out");
    one.said = outcome;
    if ((await store.scans()).some((kept) => kept.nonce === one.nonce)) await store.addScan(one);
  }
  showFound();
  await showNet();
  if (online) void count();
}

/** What the door says without network. */
function guess(row, direction) {
  if (!row) return "NotInList";
  if (direction === "Out") return row.standing === "In" ? "CheckedOut" : "NotIn";
  return { Expected: "Admitted", In: "AlreadyIn", Out: "BackIn", Waiting: "WaitingList", Withdrawn: "Withdrawn" }[row.standing];
}

function show(signal, name, sentence, noted) {
  const box = at("door-answer");
  box.className = `door-answer ${signal}`;
  const parts = [["strong", name], ["span", sentence]].map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text }));
  if (noted) parts.push(Object.assign(document.createElement("span"), { className: "small", textContent: word("OfflineNoted") }));
  box.replaceChildren(...parts);
  navigator.vibrate?.(signal === "Good" ? 60 : [80, 60, 80]);
}

// ---- telling the portal ----

function tell() {
  more = true;
  telling ??= tellOn();
  return telling;
}

async function tellOn() {
  try {
    while (more) {
      more = false;
      await tellAll();
    }
  } catch {
    setOnline(false);
  }
  telling = null;
}

async function tellAll() {
  for (let scans = await store.scans(); scans.length > 0; scans = await store.scans()) {
    const some = scans.slice(0, most);
    const response = await send(some);
    if (response.redirected) {
      signedOut = true;
      return;
    }
    // Too late for reports, or no longer this organisation's event: what is noted stays until somebody has looked.
    notOpen = response.status === 404;
    if (notOpen) return;
    if (!response.ok) throw new Error(`${response.status}`);
    signedOut = false;
    setOnline(true);
    for (const answer of await response.json()) await settle(answer, some.find((one) => one.nonce === answer.nonce));
    await store.removeScans(some.map((one) => one.nonce));
  }
  await showNet();
}

async function send(scans) {
  const body = JSON.stringify(scans.map(({ nonce, ticket, registration, direction, scannedAt, device }) => ({ nonce, ticket, registration, direction, scannedAt, device })));
  const post = () => fetch(`${address}/scans`, {
    method: "POST", body, headers: { "Content-Type": "application/json", RequestVerificationToken: token }, signal: AbortSignal.timeout(sendWithin),
  });
  const response = await post();
  if (response.status !== 400) return response;
  // A page that was kept for long has an old token.
  const page = new DOMParser().parseFromString(await (await fetch(address, { signal: AbortSignal.timeout(sendWithin) })).text(), "text/html");
  token = page.querySelector("[name=__RequestVerificationToken]")?.value ?? token;
  return post();
}

async function settle(answer, one) {
  const row = rows.get(answer.registration ?? one.registration);
  if (["Admitted", "BackIn", "AlreadyIn"].includes(answer.outcome)) await setStanding(row, "In");
  if (answer.outcome === "CheckedOut") await setStanding(row, "Out");
  const done = waiting.get(answer.nonce);
  if (done) {
    done(answer);
  } else if (answer.signal === "Stop" && one.said !== answer.outcome) {
    // Said something else than this device did without network: somebody has to look.
    at("door-check").hidden = false;
    at("door-check").querySelector("ul").append(Object.assign(document.createElement("li"), { textContent: [answer.name || one.ticket, answer.sentence].filter(Boolean).join(": ") }));
  }
}

function setOnline(now) {
  online = now;
  void showNet();
}

async function showNet() {
  const open = (await store.scans()).length;
  const line = at("door-net");
  const text = [word(signedOut ? "SignedOut" : notOpen ? "EventNotOpen" : online ? "Online" : "Offline"), open > 0 ? word("Waiting", open) : ""].filter(Boolean).join(" ");
  if (line.textContent !== text) line.textContent = text;
  line.className = online && !signedOut && !notOpen ? "door-net" : "door-net offline";
  line.dataset.open = open;
  line.hidden = false;
}

// ---- list and count from the portal ----

async function get(what) {
  const response = await fetch(`${address}/${what}`, { signal: AbortSignal.timeout(sendWithin) });
  if (response.redirected || !response.ok) {
    signedOut = response.redirected;
    return null;
  }
  return response.json();
}

async function loadList() {
  try {
    const list = await get("list");
    if (!list) return;
    setRows(list);
    // What happened here and is not told yet is truer than what the portal knows.
    for (const one of await store.scans()) {
      const row = one.registration ? rows.get(one.registration) : byTicket.get(one.ticket);
      if (row && words.get(guess(row, one.direction)).dataset.signal === "Good") row.standing = one.direction === "In" ? "In" : "Out";
    }
    await store.saveList(list);
    showFound();
  } catch {
    setOnline(false);
  }
}

async function count() {
  try {
    const now = await get("count");
    if (!now) return;
    for (const cell of document.querySelectorAll("[data-count]")) cell.textContent = now[cell.dataset.count];
    setOnline(true);
    if ((await store.scans()).length > 0) await tell();
  } catch {
    setOnline(false);
  }
}

// ---- the page ----

at("door-scan").addEventListener("submit", (e) => {
  e.preventDefault();
  const field = at("input-ticket");
  const code = codeOf(field.value);
  if (code) scan({ ticket: code }, e.submitter?.value === "Out" ? "Out" : "In");
  field.value = "";
  field.focus();
});
at("door-search").addEventListener("submit", (e) => {
  e.preventDefault();
  const field = at("q");
  if (isTicket(field.value)) {
    scan({ ticket: codeOf(field.value) }, "In");
    field.value = "";
  }
  showFound();
});
at("q").addEventListener("input", showFound);
document.querySelectorAll("[data-plain]").forEach((part) => { part.hidden = true; });
document.querySelectorAll("[data-script]").forEach((part) => { part.hidden = false; });
at("device").value = localStorage.getItem("door:name") ?? "";
at("device").addEventListener("change", () => localStorage.setItem("door:name", at("device").value));
listenToKeys((text) => scan({ ticket: codeOf(text) }, "In"));

at("door-sign-out").addEventListener("submit", async (e) => {
  e.preventDefault();
  await tell();
  const open = (await store.scans()).length;
  if (open > 0 && !confirm(word("SignOutUnsent", open))) return;
  await forgetAll();
  navigator.serviceWorker?.controller?.postMessage({ forget: true });
  e.target.submit();
});

if (await canUseCamera()) {
  const box = at("door-camera");
  const button = at("door-camera-button");
  const label = button.textContent;
  const video = at("door-video");
  let stop = null;
  box.hidden = false;
  button.addEventListener("click", async () => {
    const problem = box.querySelector("[role=alert]");
    problem.hidden = true;
    if (stop) {
      stop();
      stop = null;
    } else {
      try {
        stop = await watchCamera(video, (text) => scan({ ticket: codeOf(text) }, "In"));
      } catch {
        problem.hidden = false;
      }
    }
    video.hidden = !stop;
    button.textContent = stop ? word("CameraStop") : label;
  });
}

async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/door-sw.js", { scope: "/door/" });
  const worker = (await navigator.serviceWorker.ready).active;
  const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name)).filter((url) => url.origin === location.origin && !url.pathname.startsWith("/door"));
  const channel = new MessageChannel();
  channel.port1.onmessage = (e) => { door.dataset.kept = e.data; };
  worker.postMessage({ keep: [address, ...new Set(files.map((url) => url.pathname))] }, [channel.port2]);
}

async function closeIfOver() {
  if (Date.now() < closes) return;
  await tell();
  await store.forgetList();
  navigator.serviceWorker?.controller?.postMessage({ forget: true });
  setRows([]);
  showFound();
  at("door-net").textContent = word("Forgotten");
}

await forgetClosed(Date.now());
setRows(await store.list());
addEventListener("online", () => { void count(); });
addEventListener("offline", () => setOnline(false));
await loadList();
await tell();
await count();
if (online) keepPage().catch(() => { door.dataset.kept = "failed"; });
setInterval(count, 10_000);
setInterval(loadList, 300_000);
setInterval(closeIfOver, 60_000);
door.dataset.ready = "yes";
