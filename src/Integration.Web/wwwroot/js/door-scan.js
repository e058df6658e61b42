// Three ways in which a code comes to the page besides the form: a hand scanner that types like a keyboard, the camera, and a
// scanner that types into the search field.
// Generous, because a busy phone hands keys on late; nobody types eight letters and Enter outside of a field by accident.
const longestPause = 500;
const shortestCode = 8;
const pauseBetweenSame = 4000;

/** Codes typed in one go and ended by Enter while no field has the focus; a button that has it is not pressed by them. */
export function listenToKeys(found) {
  let typed = "";
  let last = 0;
  document.addEventListener("keydown", (e) => {
    if (e.target.closest?.("input, select, textarea")) return;
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const now = e.timeStamp;
    if (now - last > longestPause) typed = "";
    last = now;
    if (e.key === "Enter" && typed.length >= shortestCode) {
      e.preventDefault();
      found(typed);
      typed = "";
    } else if (e.key.length === 1) {
      typed += e.key;
    }
  });
}

/** Whether a text is a ticket and no name. */
export const isTicket = (text) => /\/t\/[a-z2-7]+\/?$/i.test(text.trim()) || /^[a-z2-7]{26}$/i.test(text.trim());

/** The code in what was read: the last part of an address. */
export const codeOf = (text) => text.trim().replace(/\/+$/, "").split("/").pop().replace(/[^a-z0-9]/gi, "").toLowerCase();

/** Whether this browser can read codes with its camera. */
export async function canUseCamera() {
  return "BarcodeDetector" in window && !!navigator.mediaDevices?.getUserMedia
    && (await BarcodeDetector.getSupportedFormats().catch(() => [])).includes("qr_code");
}

/** Reads codes from the camera until the returned function is called. */
export async function watchCamera(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const seen = new Map();
  let open = true;
  video.srcObject = stream;
  await video.play();
  (async () => {
    while (open) {
      for (const code of await detector.detect(video).catch(() => [])) {
        const now = performance.now();
        if (now - (seen.get(code.rawValue) ?? -pauseBetweenSame) >= pauseBetweenSame) found(code.rawValue);
        seen.set(code.rawValue, now);
      }
      await new Promise((next) => setTimeout(next, 200));
    }
  })();
  return () => {
    open = false;
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
}
