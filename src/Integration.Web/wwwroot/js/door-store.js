// What a door keeps on this device: the list of one event and the scans that are not told yet. Both are encrypted with a key that
// the browser made, never shows, and forgets with them; nothing of it is readable in the browser's files.
const name = "door";

function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function open() {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("events", { keyPath: "event" });
    request.result.createObjectStore("sealed");
  };
  return asked(request).then((db) => {
    // Signing out in another window deletes everything: do not stand in its way.
    db.onversionchange = () => db.close();
    return db;
  });
}

const sealedOf = (db, mode) => db.transaction("sealed", mode).objectStore("sealed");
const rangeOf = (event, kind) => IDBKeyRange.bound([event, kind], [event, kind, []]);

/** Deletes the lists of events whose doors are closed. Scans that are not told yet are kept until they are. */
export async function forgetClosed(now) {
  const db = await open();
  for (const known of await asked(db.transaction("events").objectStore("events").getAll())) {
    if (Date.parse(known.closes) < now) await new Store(db, known).forgetList();
  }
  db.close();
}

/** The store of one event. */
export async function openStore(event, closes) {
  const db = await open();
  const known = await asked(db.transaction("events").objectStore("events").get(event));
  const key = known?.key ?? await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const store = new Store(db, { event, closes, key });
  await store.keepKey();
  return store;
}

/** Deletes everything of every event. */
export function forgetAll() {
  return asked(indexedDB.deleteDatabase(name));
}

class Store {
  constructor(db, { event, closes, key }) { Object.assign(this, { db, event, closes, key }); }

  async keepKey() {
    await asked(this.db.transaction("events", "readwrite").objectStore("events").put({ event: this.event, closes: this.closes, key: this.key }));
  }

  async seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, new TextEncoder().encode(JSON.stringify(value)));
    return { iv, data };
  }

  async unseal(sealed) {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, this.key, sealed.data)));
  }

  list() { return this.whole("list"); }

  saveList(rows) { return this.saveWhole("list", rows); }

  groups() { return this.whole("groups"); }

  saveGroups(groups) { return this.saveWhole("groups", groups); }

  async whole(what) {
    const sealed = await asked(sealedOf(this.db, "readonly").get([this.event, what]));
    return sealed ? this.unseal(sealed) : [];
  }

  async saveWhole(what, rows) {
    const sealed = await this.seal(rows);
    await asked(sealedOf(this.db, "readwrite").put(sealed, [this.event, what]));
  }

  /** Scans in the order in which they happened. */
  scans() { return this.noted("scan"); }

  addScans(scans) { return this.note("scan", scans, (scan) => scan.nonce); }

  removeScans(nonces) { return this.cross("scan", nonces); }

  /** Guests without a registration, in the order in which they came. */
  guests() { return this.noted("guest"); }

  addGuest(guest) { return this.note("guest", [guest], (one) => one.id); }

  removeGuests(ids) { return this.cross("guest", ids); }

  async noted(kind) {
    const all = await asked(sealedOf(this.db, "readonly").getAll(rangeOf(this.event, kind)));
    return (await Promise.all(all.map((sealed) => this.unseal(sealed)))).sort((a, b) => a.number - b.number);
  }

  async note(kind, things, idOf) {
    const sealed = await Promise.all(things.map(async (thing) => [idOf(thing), await this.seal(thing)]));
    // The key goes with the list when the doors close; what is noted after that still needs it.
    await this.keepKey();
    const store = sealedOf(this.db, "readwrite");
    await Promise.all(sealed.map(([id, data]) => asked(store.put(data, [this.event, kind, id]))));
  }

  async cross(kind, ids) {
    const store = sealedOf(this.db, "readwrite");
    await Promise.all(ids.map((id) => asked(store.delete([this.event, kind, id]))));
  }

  async forgetList() {
    for (const what of ["list", "groups"]) await asked(sealedOf(this.db, "readwrite").delete([this.event, what]));
    if ((await this.scans()).length + (await this.guests()).length === 0) await asked(this.db.transaction("events", "readwrite").objectStore("events").delete(this.event));
  }
}
