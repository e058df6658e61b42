// Letting a group in: a bus, or everybody whom one organisation registered. Each person of it is a scan of their own, so that a group goes the
// way of every scan: written down first, told when there is network, counted once.

/** A nonce that is the same whenever it is made for the same person in the same act. */
async function nonceOf(act, what) {
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${act}:${what}`)))].slice(0, 16);
  const hex = hash.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Sets the part of the page up; nothing where the page has no groups. */
export function setUpGroups({ word, rows, record, show, shown }) {
  const box = document.getElementById("door-group");
  if (!box) return null;
  const form = box.querySelector("form");
  const pick = form.querySelector("select");
  const button = form.querySelector("button");
  const done = document.getElementById("door-group-done");
  let groups = [];
  let last = null;

  const peopleOf = (group) => group.people.map((id) => rows().get(id)).filter((row) => row && ["Expected", "In", "Out"].includes(row.standing));
  const missingOf = (group) => peopleOf(group).filter((row) => row.standing === "Expected");
  const chosen = () => groups.find((group) => group.key === pick.value);
  const say = (came, text) => [came, ...text].filter(Boolean).join(" ");

  function showNow() {
    const before = pick.value;
    pick.replaceChildren(...groups.map((group) => {
      const missing = missingOf(group).length;
      return Object.assign(document.createElement("option"), { value: group.key, textContent: word("GroupCount", group.name, peopleOf(group).length - missing, missing) });
    }));
    if (groups.some((group) => group.key === before)) pick.value = before;
    showButton();
  }

  function showButton() {
    const missing = chosen() ? missingOf(chosen()).length : 0;
    button.disabled = missing === 0;
    button.textContent = missing === 0 ? word("GroupAllHere") : word("GroupLetInCount", missing);
  }

  async function letIn(group) {
    const act = crypto.randomUUID();
    const scans = await Promise.all(missingOf(group).map(async (row) => ({ nonce: await nonceOf(act, row.registration), registration: row.registration, direction: "In", group: true })));
    const answers = await record(scans);
    const count = (signal) => answers.filter((answer) => answer.signal === signal).length;
    const text = say(word("GroupCame", group.name, count("Good")), [
      count("Notice") > 0 && word("GroupBefore", count("Notice")), count("Stop") > 0 && word("GroupRefused", count("Stop")),
    ]);
    last = { act, group, scans: scans.filter((scan, i) => answers[i].signal === "Good") };
    show(count("Stop") > 0 ? "Notice" : "Good", "", text, answers.some((answer) => answer.noted));
    done.querySelector("p").textContent = text;
    done.hidden = last.scans.length === 0;
    await shown();
  }

  async function takeBack({ act, group, scans }) {
    done.hidden = true;
    const answers = await record(await Promise.all(scans.map(async (scan) => ({
      nonce: await nonceOf(act, `${scan.registration}:back`), registration: scan.registration, direction: "Out", group: true, undoes: scan.nonce,
    }))));
    const back = answers.filter((answer) => answer.outcome === "TakenBack").length;
    show("Good", "", say(word("GroupUndone", group.name, back), [back < answers.length && word("GroupKept", answers.length - back)]), answers.some((answer) => answer.noted));
    await shown();
  }

  pick.addEventListener("change", showButton);
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    if (button.disabled || !chosen()) return;
    button.disabled = true;
    await letIn(chosen());
  });
  done.querySelector("button").addEventListener("click", () => {
    if (!last) return;
    const what = last;
    last = null;
    void takeBack(what);
  });
  return {
    show: showNow,
    set(list) {
      groups = list;
      showNow();
    },
  };
}
