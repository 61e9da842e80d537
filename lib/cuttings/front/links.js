// Cells of tables that hold an address lead into the room while it is open; stored outputs stay as they are.
const ADDRESS = /^[0-9a-f]{12}#char=\d+,\d+$/;

class Links {
  constructor(root, open) {
    this.root = root;
    this.follow = (event) => {
      const cell = event.target.closest?.(".cuttings-address");
      if (!cell || (event.key ?? "Enter") !== "Enter" || !this.newest()) return;
      const [id, start, end] = cell.textContent.trim().split(/#char=|,/);
      open(id, [Number(start), Number(end)]);
    };
    document.addEventListener("click", this.follow);
    document.addEventListener("keydown", this.follow);
    this.watch = new MutationObserver(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.mark(), 300);
    });
    this.watch.observe(document.body, { childList: true, subtree: true });
    this.mark();
  }

  mark() {
    for (const cell of document.querySelectorAll(".jp-OutputArea-output td:not(.cuttings-address)")) {
      if (!ADDRESS.test(cell.textContent.trim())) continue;
      cell.classList.add("cuttings-address");
      cell.tabIndex = 0;
      cell.setAttribute("role", "link");
      cell.dataset.lmSuppressShortcuts = "true";
    }
  }

  close() {
    this.watch.disconnect();
    clearTimeout(this.soon);
    document.removeEventListener("click", this.follow);
    document.removeEventListener("keydown", this.follow);
  }

  // Of several rooms in a notebook, the last one is led to.
  newest() {
    const near = this.root.closest(".jp-NotebookPanel") ?? document;
    const rooms = near.querySelectorAll(".cuttings-room");
    return rooms[rooms.length - 1] === this.root;
  }
}
