// Stands on the plan of a hall: mouse and finger here, the keys in the page itself.

const slack = 4;

/** Lets boxes be dragged; the page is told where one was put down, in thousandths of the hall. */
export function movable(hall, page) {
  const abort = new AbortController();
  const options = { signal: abort.signal };
  let drag = null;
  let putDown = null;

  const place = (e) => {
    const area = hall.getBoundingClientRect();
    const within = (value, size) => Math.min(Math.max(value, 0), Math.max(0, 1 - size));
    return {
      x: within((e.clientX - area.left - drag.dx) / area.width, drag.width / area.width),
      y: within((e.clientY - area.top - drag.dy) / area.height, drag.height / area.height),
    };
  };
  const putBack = () => {
    // The page draws the box where it really is.
    Object.assign(drag.box.style, { left: drag.left, top: drag.top });
    drag.box.classList.remove("dragged");
    drag = null;
  };

  hall.addEventListener("pointerdown", (e) => {
    const box = e.target.closest(".stand-box");
    if (!box || e.button !== 0) return;
    const own = box.getBoundingClientRect();
    drag = { box, left: box.style.left, top: box.style.top, dx: e.clientX - own.left, dy: e.clientY - own.top, width: own.width, height: own.height, fromX: e.clientX, fromY: e.clientY, moved: false };
    box.setPointerCapture(e.pointerId);
  }, options);
  hall.addEventListener("pointermove", (e) => {
    if (!drag) return;
    drag.moved ||= Math.hypot(e.clientX - drag.fromX, e.clientY - drag.fromY) > slack;
    if (!drag.moved) return;
    const { x, y } = place(e);
    drag.box.classList.add("dragged");
    Object.assign(drag.box.style, { left: `${x * 100}%`, top: `${y * 100}%` });
  }, options);
  hall.addEventListener("pointerup", (e) => {
    if (!drag) return;
    const { box, moved } = drag;
    const { x, y } = place(e);
    putBack();
    if (!moved) return;
    // Putting a box down is no click on it.
    putDown = box;
    setTimeout(() => { putDown = null; }, 0);
    page.invokeMethodAsync("MovedTo", box.dataset.stand, Math.round(x * 1000), Math.round(y * 1000));
  }, options);
  hall.addEventListener("pointercancel", () => { if (drag) putBack(); }, options);
  hall.addEventListener("click", (e) => { if (putDown) { e.stopPropagation(); e.preventDefault(); } }, { ...options, capture: true });
  hall.addEventListener("keydown", (e) => {
    if (e.target.matches(".stand-box") && e.key.startsWith("Arrow")) e.preventDefault();
  }, options);
  return { stop: () => abort.abort() };
}
