// Talks on the board: mouse and keys for the whole table at once, so that a cell costs the page nothing.

const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Lets talks be put elsewhere; the page is told which talk goes to which row and column. */
export function movable(board, page) {
  const abort = new AbortController();
  const options = { signal: abort.signal };
  let dragged = null;
  let over = null;

  const leave = () => { over?.classList.remove("over"); over = null; };
  const tell = (talk, cell) => page.invokeMethodAsync("MovedTo", talk, Number(cell.dataset.row), Number(cell.dataset.slot));
  const cellOf = (row, slot) => board.querySelector(`td[data-row="${row}"][data-slot="${slot}"]`);

  board.addEventListener("dragstart", (e) => {
    const talk = e.target.closest?.("[data-talk]");
    if (!talk) return;
    dragged = talk.dataset.talk;
    e.dataTransfer.effectAllowed = "move";
    e.dataTransfer.setData("text/plain", dragged);
  }, options);
  board.addEventListener("dragover", (e) => {
    const cell = e.target.closest("td[data-slot]");
    if (!dragged || !cell) return;
    e.preventDefault();
    if (cell !== over) {
      leave();
      over = cell;
      cell.classList.add("over");
    }
  }, options);
  board.addEventListener("drop", (e) => {
    const cell = e.target.closest("td[data-slot]");
    if (dragged && cell) {
      e.preventDefault();
      tell(dragged, cell);
    }
    dragged = null;
    leave();
  }, options);
  board.addEventListener("dragend", () => { dragged = null; leave(); }, options);
  board.addEventListener("keydown", (e) => {
    const talk = e.target.closest("[data-talk]");
    const step = steps[e.key];
    if (!talk || !step || !e.shiftKey) return;
    e.preventDefault();
    const own = talk.closest("td[data-slot]");
    const cell = cellOf(Number(own.dataset.row) + step[0], Number(own.dataset.slot) + step[1]);
    if (!cell) return;
    // Drawn anew in another cell, it would lose the keyboard.
    const id = talk.dataset.talk;
    tell(id, cell).then(() => requestAnimationFrame(() => board.querySelector(`[data-talk="${id}"]`)?.focus()));
  }, options);
  return { stop: () => abort.abort() };
}
