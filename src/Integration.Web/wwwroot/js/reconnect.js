// The banner of a lost connection: tries again when asked or when the page is looked at; a session that the server no longer
// knows is loaded anew, and the drafts bring back what was typed.
const banner = document.getElementById("components-reconnect-modal");

async function retry() {
  try {
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    // The server cannot be reached yet; the banner stays.
  }
}

banner?.addEventListener("components-reconnect-state-changed", (e) => {
  if (e.detail.state === "failed") document.addEventListener("visibilitychange", () => { if (!document.hidden) retry(); }, { once: true });
});
document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-reload-button")?.addEventListener("click", () => location.reload());
