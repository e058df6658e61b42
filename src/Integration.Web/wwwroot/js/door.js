// The door's page with a script: answers at once, goes on without network, and tells everything later. A scan is written down
// on this device before it is sent, and crossed out only when the portal has answered.
import { openStore, forgetClosed, forgetAll } from "./door-store.js";
import { setUpGroups } from "./door-group.js";
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
let stream = null;
let counted = Object.fromEntries([...document.querySelectorAll("[data-count]")].map((cell) => [cell.dataset.count, Number(cell.textContent)]));
const waiting = new Map();

const store = await openStore(door.dataset.event, door.dataset.closes);
const closes = Date.parse(door.dataset.closes);
const groups = setUpGroups({ word, rows: () => rows, record, show, shown });

// ---- the list ----

function setRows(list) {
  rows = new Map(list.map((row) => [row.registration, row]));
  byTicket = new Map(list.map((row) => [row.ticket, row]));
}

const standingAfter = { Admitted: "In", BackIn: "In", AlreadyIn: "In", CheckedOut: "Out", TakenBack: "Expected" };

function setStanding(row, outcome) {
  if (row && standingAfter[outcome]) row.standing = standingAfter[outcome];
}

const saveRows = () => store.saveList([...rows.values()]);
const rowOf = (one) => one.registration ? rows.get(one.registration) : byTicket.get(one.ticket);

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

/** Whether scanning lets in or out here. */
const way = () => document.querySelector("#door-way input:checked").value;

async function scan(what, direction = way()) {
  at("door-waiting")?.remove();
  const [answer] = await record([{ ...what, direction }]);
  show(answer.signal, answer.name, answer.sentence, answer.noted);
  await shown();
}

/** Writes scans down, tells them, and answers each: as the portal says where it says it in time, else as this device sees it. */
async function record(list) {
  const all = list.map((what) => ({ nonce: crypto.randomUUID(), ...what, scannedAt: new Date().toISOString(), device: at("device").value, number: Date.now() * 1000 + (number++ % 1000) }));
  await store.addScans(all);
  const answered = all.map((one) => new Promise((done) => waiting.set(one.nonce, done)));
  void tell();
  const late = online ? new Promise((done) => setTimeout(done, answerWithin)) : null;
  const answers = await Promise.all(answered.map((answer) => Promise.race([answer, late])));
  all.forEach((one) => waiting.delete(one.nonce));
  const own = all.filter((one, i) => !answers[i]);
  for (const one of own) {
    one.said = guess(rowOf(one), one);
    if (goodWord(one.said)) setStanding(rowOf(one), one.said);
  }
  if (own.length > 0) {
    await saveRows();
    const kept = new Set((await store.scans()).map((one) => one.nonce));
    await store.addScans(own.filter((one) => kept.has(one.nonce)));
  }
  return all.map((one, i) => answers[i] ? { ...answers[i], noted: false } : {
    outcome: one.said, signal: words.get(one.said).dataset.signal ?? "Notice", name: rowOf(one)?.name ?? "", sentence: word(one.said), noted: true, nonce: one.nonce,
  });
}

async function shown() {
  showFound();
  groups?.show();
  await showCount();
  await showNet();
  if (online) void count();
}

const goodWord = (outcome) => words.get(outcome).dataset.signal === "Good";

/** What the door says without network. */
function guess(row, one) {
  if (!row) return "NotInList";
  if (one.undoes) return row.standing === "In" ? "TakenBack" : "NotIn";
  if (one.direction === "Out") return row.standing === "In" ? "CheckedOut" : "NotIn";
  return { Expected: "Admitted", In: "AlreadyIn", Out: "BackIn", Waiting: "WaitingList", Withdrawn: "Withdrawn" }[row.standing];
}

// ---- guests without a registration ----

async function addGuest(name, language) {
  const guest = { id: crypto.randomUUID(), name, language, arrivedAt: new Date().toISOString(), number: Date.now() * 1000 + (number++ % 1000) };
  await store.addGuest(guest);
  const answered = new Promise((done) => waiting.set(guest.id, done));
  void tell();
  const answer = await Promise.race([answered, online ? new Promise((done) => setTimeout(done, answerWithin)) : null]);
  waiting.delete(guest.id);
  if (answer && !answer.saved) show("Stop", name, answer.sentence, false);
  else show("Good", "", word("GuestAdded", name), !answer);
  await shown();
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
    const answers = await post("scans", some.map(({ nonce, ticket, registration, direction, scannedAt, device, group, undoes }) => ({ nonce, ticket, registration, direction, scannedAt, device, group, undoes })));
    if (!answers) return;
    for (const answer of answers) settle(answer, some.find((one) => one.nonce === answer.nonce));
    await saveRows();
    await store.removeScans(some.map((one) => one.nonce));
  }
  for (let guests = await store.guests(); guests.length > 0; guests = await store.guests()) {
    const some = guests.slice(0, most);
    const answers = await post("guests", some.map(({ id, name, language, arrivedAt }) => ({ id, name, language, arrivedAt })));
    if (!answers) return;
    for (const answer of answers) settleGuest(answer, some.find((one) => one.id === answer.id));
    await store.removeGuests(some.map((one) => one.id));
  }
  await showCount();
  await showNet();
}

/** The portal's answers; nothing where it cannot be told now. What is noted then stays noted. */
async function post(what, things) {
  const body = JSON.stringify(things);
  const send = () => fetch(`${address}/${what}`, {
    method: "POST", body, headers: { "Content-Type": "application/json", RequestVerificationToken: token }, signal: AbortSignal.timeout(sendWithin),
  });
  let response = await send();
  if (response.status === 400) {
    // A page that was kept for long has an old token.
    const page = new DOMParser().parseFromString(await (await fetch(address, { signal: AbortSignal.timeout(sendWithin) })).text(), "text/html");
    token = page.querySelector("[name=__RequestVerificationToken]")?.value ?? token;
    response = await send();
  }
  signedOut = response.redirected;
  if (signedOut) return null;
  // Too late for reports, or no longer this organisation's event: what is noted stays until somebody has looked.
  notOpen = response.status === 404;
  if (notOpen) return null;
  if (!response.ok) throw new Error(`${response.status}`);
  setOnline(true);
  return response.json();
}

function settle(answer, one) {
  setStanding(rows.get(answer.registration ?? one.registration), answer.outcome);
  const done = waiting.get(answer.nonce);
  if (done) done(answer);
  // Said something else than this device did without network: somebody has to look.
  else if (answer.signal === "Stop" && one.said !== answer.outcome) toCheck([answer.name || one.ticket, answer.sentence].filter(Boolean).join(": "));
}

function settleGuest(answer, one) {
  const done = waiting.get(answer.id);
  if (done) done(answer);
  else if (!answer.saved) toCheck(word("GuestProblem", one.name, answer.sentence));
}

function toCheck(textContent) {
  at("door-check").hidden = false;
  at("door-check").querySelector("ul").append(Object.assign(document.createElement("li"), { textContent }));
}

const open = async () => (await store.scans()).length + (await store.guests()).length;

function setOnline(now) {
  online = now;
  void showNet();
}

async function showNet() {
  const left = await open();
  const line = at("door-net");
  const text = [word(signedOut ? "SignedOut" : notOpen ? "EventNotOpen" : online ? "Online" : "Offline"), left > 0 ? word("Waiting", left) : ""].filter(Boolean).join(" ");
  if (line.textContent !== text) line.textContent = text;
  line.className = online && !signedOut && !notOpen ? "door-net" : "door-net offline";
  line.dataset.open = left;
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
    const known = await get("groups");
    // What happened here and is not told yet is truer than what the portal knows.
    for (const one of await store.scans()) {
      const outcome = guess(rowOf(one), one);
      if (goodWord(outcome)) setStanding(rowOf(one), outcome);
    }
    await saveRows();
    if (known) await store.saveGroups(known);
    groups?.set(known ?? []);
    showFound();
  } catch {
    setOnline(false);
  }
}

async function count() {
  try {
    const now = await get("count");
    if (!now) return;
    counted = now;
    await showCount();
    setOnline(true);
    if (stream?.readyState === EventSource.CLOSED) listen();
    if (await open() > 0) await tell();
  } catch {
    setOnline(false);
  }
}

/** What the portal has counted, and what this device has noted since. */
async function showCount() {
  const now = { ...counted };
  const changes = { Admitted: [1, 1], BackIn: [0, 1], CheckedOut: [0, -1], TakenBack: [-1, -1] };
  for (const one of await store.scans()) {
    const [came, inside] = changes[one.said] ?? [0, 0];
    now.came += came;
    now.inside += inside;
  }
  const guests = (await store.guests()).length;
  now.walkIns += guests;
  now.inside += guests;
  for (const cell of document.querySelectorAll("[data-count]")) cell.textContent = now[cell.dataset.count];
}

/** The portal tells by itself when another door lets somebody in. */
function listen() {
  stream = new EventSource(`${address}/counts`);
  stream.addEventListener("message", (e) => {
    counted = JSON.parse(e.data);
    void showCount();
  });
}

// ---- the page ----

at("door-scan").addEventListener("submit", (e) => {
  e.preventDefault();
  const field = at("input-ticket");
  const code = codeOf(field.value);
  if (code) scan({ ticket: code }, e.submitter?.value);
  field.value = "";
  field.focus();
});
at("door-search").addEventListener("submit", (e) => {
  e.preventDefault();
  const field = at("q");
  if (isTicket(field.value)) {
    scan({ ticket: codeOf(field.value) });
    field.value = "";
  }
  showFound();
});
at("q").addEventListener("input", showFound);
document.querySelectorAll("[data-plain]").forEach((part) => { part.hidden = true; });
document.querySelectorAll("[data-script]").forEach((part) => { part.hidden = false; });
at("device").value = localStorage.getItem("door:name") ?? "";
at("device").addEventListener("change", () => localStorage.setItem("door:name", at("device").value));
at("device").addEventListener("input", showPlace);
document.querySelectorAll("#door-way input").forEach((choice) => {
  choice.checked = choice.value === (localStorage.getItem("door:way") === "Out" ? "Out" : "In");
  choice.addEventListener("change", () => {
    localStorage.setItem("door:way", way());
    showPlace();
  });
});
showPlace();

/** Says what this door is, and puts what it does most first: that is also what Enter does. */
function showPlace() {
  const name = at("device").value.trim() || word("PlaceUnnamed");
  at("door-place").textContent = word(way() === "Out" ? "PlaceOut" : "PlaceIn", name);
  const buttons = [...at("door-scan").querySelectorAll(".door-buttons button")];
  buttons.forEach((button) => button.classList.toggle("primary", button.value === way()));
  const first = buttons.find((button) => button.value === way());
  first.parentElement.prepend(first);
}

at("door-guest").addEventListener("submit", (e) => {
  e.preventDefault();
  const [name, language] = [at("guest-name"), at("guest-language")];
  if (name.value.trim()) addGuest(name.value.trim(), language.value);
  [name.value, language.value] = ["", ""];
});
listenToKeys((text) => scan({ ticket: codeOf(text) }));

at("door-sign-out").addEventListener("submit", async (e) => {
  e.preventDefault();
  await tell();
  const left = await open();
  if (left > 0 && !confirm(word("SignOutUnsent", left))) return;
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
        stop = await watchCamera(video, (text) => scan({ ticket: codeOf(text) }));
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
groups?.set(await store.groups());
await showCount();
addEventListener("online", () => { void count(); });
addEventListener("offline", () => setOnline(false));
await loadList();
await tell();
await count();
if (online) keepPage().catch(() => { door.dataset.kept = "failed"; });
// Not before the page is at rest: what is loaded first belongs to the door.
setTimeout(listen, 2_000);
setInterval(count, 10_000);
setInterval(loadList, 300_000);
setInterval(closeIfOver, 60_000);
door.dataset.ready = "yes";
