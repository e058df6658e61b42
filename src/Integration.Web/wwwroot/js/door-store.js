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

  async list() {
    const sealed = await asked(sealedOf(this.db, "readonly").get([this.event, "list"]));
    return sealed ? this.unseal(sealed) : [];
  }

  async saveList(rows) {
    const sealed = await this.seal(rows);
    await asked(sealedOf(this.db, "readwrite").put(sealed, [this.event, "list"]));
  }

  /** Scans in the order in which they happened. */
  async scans() {
    const all = await asked(sealedOf(this.db, "readonly").getAll(rangeOf(this.event, "scan")));
    return (await Promise.all(all.map((sealed) => this.unseal(sealed)))).sort((a, b) => a.number - b.number);
  }

  async addScan(scan) {
    const sealed = await this.seal(scan);
    // The key goes with the list when the doors close; a scan after that still needs it.
    await this.keepKey();
    await asked(sealedOf(this.db, "readwrite").put(sealed, [this.event, "scan", scan.nonce]));
  }

  async removeScans(nonces) {
    const store = sealedOf(this.db, "readwrite");
    await Promise.all(nonces.map((nonce) => asked(store.delete([this.event, "scan", nonce]))));
  }

  async forgetList() {
    await asked(sealedOf(this.db, "readwrite").delete([this.event, "list"]));
    if ((await this.scans()).length === 0) await asked(this.db.transaction("events", "readwrite").objectStore("events").delete(this.event));
  }
}
