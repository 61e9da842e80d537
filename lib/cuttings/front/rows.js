// A list of any length, of which only the rows in sight exist.
const BLOCK = 60; // rows that are asked for at once

class Rows {
  constructor(label, height, { fetch, draw, pick }) {
    Object.assign(this, { height, fetch, draw, pick, turn: 0 });
    this.name = `cuttings-${Math.random().toString(36).slice(2)}`;
    this.box = make("div", "rows");
    this.box.setAttribute("role", "listbox");
    this.box.setAttribute("aria-label", label);
    this.box.tabIndex = 0;
    this.sheet = this.box.appendChild(make("div", "sheet"));
    this.box.addEventListener("scroll", () => requestAnimationFrame(() => this.paint()));
    this.box.addEventListener("click", (event) => {
      const row = event.target.closest("[data-row]");
      if (row) this.choose(Number(row.dataset.row));
    });
    this.reset();
  }

  reset() {
    this.turn += 1;
    this.rows = new Map();
    this.nodes = new Map();
    this.asked = new Set();
    this.total = 0;
    this.chosen = -1;
    this.wanted = -1;
    this.sheet.replaceChildren();
  }

  fill(answer) {
    this.total = answer.total;
    this.sheet.style.height = `${this.total * this.height}px`;
    answer.rows.forEach((row, place) => this.rows.set(answer.first + place, row));
    this.paint();
    if (this.rows.has(this.wanted)) this.choose(this.wanted);
  }

  need(row) {
    const first = Math.floor(row / BLOCK) * BLOCK;
    if (this.asked.has(first)) return;
    this.asked.add(first);
    const { turn } = this;
    this.fetch(first, first + BLOCK, (answer) => turn === this.turn && this.fill(answer));
  }

  // Pick a row now, or as soon as it is there.
  choose(row) {
    if (row < 0 || row >= this.total) return;
    this.wanted = this.rows.has(row) ? -1 : row;
    this.mark(row);
    if (this.wanted < 0) this.pick(this.rows.get(row));
  }

  mark(row) {
    this.chosen = row;
    const top = row * this.height;
    if (row >= 0 && top < this.box.scrollTop) this.box.scrollTop = top;
    const below = top + this.height - this.box.clientHeight;
    if (row >= 0 && below > this.box.scrollTop) this.box.scrollTop = below;
    this.paint();
  }

  // A row that stays in sight stays the same node: a click on it would be lost otherwise.
  paint() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 3);
    const last = Math.min(this.total, first + Math.ceil((this.box.clientHeight || 600) / this.height) + 6);
    for (const [row, node] of this.nodes) if (row < first || row >= last) this.drop(row, node);
    for (let row = first; row < last; row += 1) {
      if (!this.rows.has(row)) this.need(row);
      else if (!this.nodes.has(row)) this.add(row);
    }
    for (const [row, node] of this.nodes) node.setAttribute("aria-selected", row === this.chosen);
    const chosen = this.nodes.get(this.chosen);
    if (chosen) this.box.setAttribute("aria-activedescendant", chosen.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  drop(row, node) {
    node.remove();
    this.nodes.delete(row);
  }

  add(row) {
    const node = make("div", "row");
    node.setAttribute("role", "option");
    node.id = `${this.name}-${row}`;
    node.dataset.row = row;
    node.style.top = `${row * this.height}px`;
    node.style.height = `${this.height}px`;
    node.setAttribute("aria-posinset", row + 1);
    node.setAttribute("aria-setsize", this.total);
    node.append(...this.draw(this.rows.get(row)));
    this.nodes.set(row, node);
    this.sheet.append(node);
  }
}
