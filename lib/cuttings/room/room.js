// The front end of the reading room. It asks the kernel for what is looked at, and nothing else anywhere.
// Article text is hostile: it becomes text nodes, attributes that hold no address, and nothing else.

const BLOCK = 60; // rows that are asked for at once
const ARTICLE_ROW = 74; // pixels
const HIT_ROW = 26;
const LANES = 4;
const PATIENCE = 3000; // milliseconds until a silent kernel is spoken of
const OVERLAP = 26000; // characters by which an earlier window begins before this one
const ADDRESS = /^[0-9a-f]{12}#char=\d+,\d+$/;
const KEYS = "↑ ↓ article · 1–9 layer · / search · n p hit · c copy address · Esc back to the room";

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== "") node.textContent = text;
  return node;
}

function many(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

// Python counts characters by code points, a browser by UTF-16 units.
function points(text) {
  return Array.from(text).length;
}

// Questions to the kernel, each with its number; of one kind only the last answer counts.
class Wire {
  constructor(model, silent) {
    this.model = model;
    this.silent = silent;
    this.own = Math.random().toString(36).slice(2);
    this.asked = 0;
    this.open = new Map();
    this.hear = (answer) => this.take(answer);
    model.on("msg:custom", this.hear);
  }

  ask(question, then) {
    const number = `${this.own}-${(this.asked += 1)}`;
    const timer = setTimeout(() => this.silent(true), PATIENCE);
    this.open.set(number, { then, timer });
    try {
      this.model.send({ ...question, number });
    } catch {
      this.silent(true); // the kernel was shut down
    }
  }

  take(answer) {
    const waiting = this.open.get(answer.number);
    if (!waiting) return;
    this.open.delete(answer.number);
    clearTimeout(waiting.timer);
    this.silent(false);
    waiting.then(answer);
  }

  close() {
    this.model.off("msg:custom", this.hear);
    for (const { timer } of this.open.values()) clearTimeout(timer);
    this.open.clear();
  }
}

// A list of any length, of which only the rows in sight exist.
class Rows {
  constructor(label, height, { fetch, draw, pick }) {
    Object.assign(this, { height, fetch, draw, pick, total: 0, chosen: -1, turn: 0 });
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

  paint() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 3);
    const seen = Math.ceil((this.box.clientHeight || 600) / this.height) + 6;
    const last = Math.min(this.total, first + seen);
    const nodes = [];
    for (let row = first; row < last; row += 1) {
      if (this.rows.has(row)) nodes.push(this.node(row));
      else this.need(row);
    }
    this.sheet.replaceChildren(...nodes);
    if (nodes.some((node) => node.id)) this.box.setAttribute("aria-activedescendant", `${this.own}-chosen`);
    else this.box.removeAttribute("aria-activedescendant");
  }

  get own() {
    this.name ??= `cuttings-${Math.random().toString(36).slice(2)}`;
    return this.name;
  }

  node(row) {
    const node = make("div", "row");
    node.setAttribute("role", "option");
    node.dataset.row = row;
    node.style.top = `${row * this.height}px`;
    node.style.height = `${this.height}px`;
    node.setAttribute("aria-selected", row === this.chosen);
    node.setAttribute("aria-posinset", row + 1);
    node.setAttribute("aria-setsize", this.total);
    if (row === this.chosen) node.id = `${this.own}-chosen`;
    node.append(...this.draw(this.rows.get(row)));
    return node;
  }
}

class Room {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.view = model.get("view");
    this.only = {};
    this.term = "";
    this.wire = new Wire(model, (silent) => this.silence(silent));
    this.build();
    this.listen();
    this.articles.fill(this.view.rows);
    this.count(this.view.rows);
    this.draw(this.view.record);
    this.links();
  }

  // What stands where.

  build() {
    this.root = make("div", "cuttings-room");
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "application");
    this.root.setAttribute("aria-label", "Reading room");
    this.root.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves the keys to the room
    this.articles = new Rows("Articles", ARTICLE_ROW, {
      fetch: (first, last, then) => this.wire.ask({ ask: "rows", only: this.only, first, last }, then),
      draw: ([, title, outlet, days]) => [
        make("div", "title", title),
        make("div", "quiet", outlet),
        make("div", "quiet", days),
      ],
      pick: ([id]) => this.open(id),
    });
    this.hits = new Rows("Hits", HIT_ROW, {
      fetch: (first, last, then) => this.wire.ask({ ask: "hits", term: this.term, only: this.only, first, last }, then),
      draw: ([file, left, words, right]) => this.hitLine(file, left, words, right),
      pick: ([, , , , id, start, end]) => this.open(id, { pointed: [start, end] }),
    });
    this.found = make("section", "found");
    this.foundNote = this.found.appendChild(make("div", "quiet note"));
    this.found.append(this.hits.box);
    this.found.hidden = true;
    const desk = this.root.appendChild(make("div", "desk"));
    desk.append(this.buildFilter(), this.buildShelf(), this.buildRecord(), this.found, this.buildFoot());
    this.el.append(this.root);
  }

  buildFilter() {
    const bar = make("div", "filter");
    this.searchBox = this.input("search", "search the records ( / )");
    this.outletBox = make("select");
    this.outletBox.setAttribute("aria-label", "outlet");
    this.option(this.outletBox, "", "all outlets");
    for (const [name, n] of this.view.outlets) this.option(this.outletBox, name, `${name} (${n})`);
    this.speakerBox = this.input("search", "any speaker");
    this.speakers();
    this.firstBox = this.input("date", "published from");
    this.lastBox = this.input("date", "published to");
    bar.append(this.searchBox, this.outletBox, this.speakerBox, this.speakerList);
    bar.append(this.labelled("from", this.firstBox), this.labelled("to", this.lastBox));
    return bar;
  }

  speakers() {
    this.speakerList = make("datalist");
    this.speakerList.id = `speakers-${this.wire.own}`;
    this.speakerBox.setAttribute("list", this.speakerList.id);
    if (this.view.speakers === null) {
      this.speakerBox.disabled = true;
      this.speakerBox.placeholder = "speakers: give quotations=…";
      return;
    }
    for (const [name, n] of this.view.speakers) this.option(this.speakerList, name, many(n, "article"));
  }

  buildShelf() {
    const shelf = make("section", "shelf");
    this.countNote = shelf.appendChild(make("div", "quiet note"));
    this.countNote.setAttribute("aria-live", "polite");
    shelf.append(this.articles.box);
    return shelf;
  }

  buildRecord() {
    const pane = make("section", "record");
    this.layerBar = pane.appendChild(make("div", "layers"));
    this.layerBar.setAttribute("role", "group");
    this.layerBar.setAttribute("aria-label", "Layers");
    this.layers = this.view.layers.map((layer) => this.layer({ ...layer }));
    this.page = pane.appendChild(make("div", "page"));
    this.page.tabIndex = 0;
    this.page.setAttribute("role", "document");
    this.head = this.page.appendChild(make("header"));
    this.earlier = this.page.appendChild(make("button", "turn", "Earlier in this record"));
    this.words = this.page.appendChild(make("div", "words"));
    this.later = this.page.appendChild(make("button", "turn", "Later in this record"));
    return pane;
  }

  buildFoot() {
    const foot = make("div", "foot");
    this.addressBox = this.input("text", "select words for their address");
    this.addressBox.readOnly = true;
    this.copyButton = make("button", "", "copy");
    this.copyButton.title = "copy the address (c)";
    this.status = make("span", "status");
    this.status.setAttribute("role", "status");
    foot.append(this.labelled("address", this.addressBox), this.copyButton, this.status, make("span", "quiet keys", KEYS));
    return foot;
  }

  input(type, label) {
    const box = make("input");
    box.type = type;
    box.placeholder = label;
    box.setAttribute("aria-label", label);
    box.autocomplete = "off";
    box.spellcheck = false;
    return box;
  }

  labelled(text, box) {
    const label = make("label", "", `${text} `);
    label.append(box);
    return label;
  }

  option(list, value, text) {
    const option = make("option", "", text);
    option.value = value;
    list.append(option);
  }

  layer(layer) {
    const label = make("label", "layer");
    layer.box = make("input");
    layer.box.type = "checkbox";
    layer.box.checked = layer.on;
    layer.box.addEventListener("change", () => this.switch(layer, layer.box.checked));
    const name = make("span", "swatch", layer.title);
    this.look(name, { ...layer, lane: 0 });
    layer.count = make("span", "quiet count");
    label.append(layer.box, make("kbd", "", layer.key || "·"), name, layer.count);
    this.layerBar.append(label);
    return layer;
  }

  look(node, layer) {
    if (layer.line === "none") return;
    node.style.textDecoration = `underline ${layer.line} ${layer.colour} ${layer.width}px`;
    node.style.textUnderlineOffset = `${3 + 3 * layer.lane}px`;
  }

  hitLine(file, left, words, right) {
    const middle = make("span", "middle");
    middle.append(make("mark", "hit", words), make("span", "", /^[,.;:!?”’)\]%]/.test(right) ? right : ` ${right}`));
    const before = make("span", "left");
    before.append(make("bdi", "", left));
    return [make("span", "quiet file", file), before, middle];
  }

  // What happens.

  listen() {
    this.keys = (event) => this.key(event);
    this.root.addEventListener("keydown", this.keys);
    this.searchBox.addEventListener("change", () => this.search());
    this.searchBox.addEventListener("input", () => this.searchBox.value || this.search());
    for (const box of this.filters()) box.addEventListener("change", () => this.filter());
    this.speakerBox.addEventListener("input", () => this.speakerKnown() && this.filter());
    this.earlier.addEventListener("click", () => this.again({ at: Math.max(0, this.record.start - OVERLAP) }));
    this.later.addEventListener("click", () => this.again({ at: this.record.end }));
    this.copyButton.addEventListener("click", () => this.copy());
    this.words.addEventListener("click", (event) => this.point(event));
    this.selected = () => this.select();
    document.addEventListener("selectionchange", this.selected);
    this.turned = () => this.go(this.model.get("view"));
    this.model.on("change:view", this.turned);
  }

  close() {
    this.wire.close();
    document.removeEventListener("selectionchange", this.selected);
    this.model.off("change:view", this.turned);
    this.unlink();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("select, input:not([type=checkbox]):not([readonly])");
    if (event.key === "Escape") return this.does(event, () => this.root.focus());
    if (typing && event.key === "Enter") return this.does(event, () => (event.target === this.searchBox ? this.search() : this.filter()));
    if (typing) return undefined;
    const move = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const page = event.target === this.page && event.key.startsWith("Arrow");
    if (move && !page) return this.does(event, () => this.step(event.target === this.hits.box ? this.hits : this.articles, move));
    if (event.key === "/") return this.does(event, () => this.searchBox.select());
    if (event.key === "n") return this.does(event, () => this.step(this.hits, 1));
    if (event.key === "p") return this.does(event, () => this.step(this.hits, -1));
    if (event.key === "c") return this.does(event, () => this.copy());
    const layer = this.layers.find((one) => one.key && one.key === event.key);
    return layer ? this.does(event, () => this.switch(layer, !layer.on)) : undefined;
  }

  does(event, what) {
    event.preventDefault();
    event.stopPropagation();
    what();
  }

  step(rows, by) {
    if (rows === this.hits && !this.hits.total) return this.say(this.term ? "no hit" : "search first: /");
    if (rows === this.hits) return rows.choose((rows.chosen + by + rows.total) % rows.total);
    return rows.choose(rows.chosen < 0 ? 0 : rows.chosen + by);
  }

  filters() {
    return [this.outletBox, this.speakerBox, this.firstBox, this.lastBox];
  }

  speakerKnown() {
    const said = this.speakerBox.value;
    return !said || (this.view.speakers ?? []).some(([name]) => name === said);
  }

  // Enter, a change and the choice of a suggestion may each tell of the same filter.
  filter() {
    const [outlet, speaker, first, last] = this.filters().map((box) => box.value);
    const only = Object.fromEntries(Object.entries({ outlet, speaker, first, last }).filter(([, value]) => value));
    if (JSON.stringify(only) === JSON.stringify(this.only)) return;
    this.only = only;
    this.articles.reset();
    this.articles.box.scrollTop = 0;
    this.articles.fetch(0, BLOCK, (answer) => {
      if (answer.error) return this.say(answer.error);
      this.articles.fill(answer);
      return this.count(answer);
    });
    if (this.term) this.lookUp();
  }

  count(answer) {
    const some = answer.total === answer.of ? "" : ` of ${answer.of.toLocaleString("en")}`;
    const undated = answer.undated ? `; ${answer.undated.toLocaleString("en")} without a day left out` : "";
    this.countNote.textContent = `${answer.total.toLocaleString("en")}${some} articles${undated}`;
    this.find();
  }

  // The line of the list that the open record is.
  find() {
    for (const [row, [id]] of this.articles.rows) if (this.record && id === this.record.article_id) return this.articles.mark(row);
    return undefined;
  }

  search() {
    const term = this.searchBox.value.trim();
    if (term === this.term && (term || this.found.hidden)) return;
    this.term = term;
    this.lookUp();
  }

  lookUp() {
    this.hits.reset();
    const { turn } = this.hits;
    this.found.hidden = !this.term;
    if (!this.term) return this.again({ pointed: [] });
    this.foundNote.textContent = "searching …";
    return this.hits.fetch(0, BLOCK, (answer) => {
      if (turn !== this.hits.turn) return;
      this.foundNote.textContent = answer.error || `“${this.term}”: ${many(answer.total, "hit")} in ${many(answer.articles, "article")}`;
      if (answer.error) this.term = "";
      else this.hits.fill(answer);
      if (answer.total) this.step(this.hits, 1);
    });
  }

  switch(layer, on) {
    layer.on = on;
    layer.box.checked = on;
    this.again({ at: this.record.start ? this.record.start + 2000 : 0, keep: true });
  }

  again(how) {
    this.open(this.record.article_id, { pointed: how.keep ? this.record.place : [], ...how });
  }

  go(view) {
    if (view.turn === this.view.turn) return;
    this.view = view;
    this.open(view.record.article_id, { pointed: view.record.place });
    this.root.scrollIntoView({ block: "nearest" });
  }

  open(id, { pointed = [], at = pointed[0] ?? 0, keep = false } = {}) {
    const asked = (this.opening = (this.opening ?? 0) + 1);
    const on = this.layers.filter((layer) => layer.on).map((layer) => layer.name);
    this.wire.ask({ ask: "record", article_id: id, on, at, pointed, term: this.term }, (answer) => {
      if (asked !== this.opening) return;
      if (answer.error) this.say(answer.error);
      else this.draw(answer, keep);
    });
  }

  // The record.

  draw(record, keep = false) {
    const { scrollTop } = this.page;
    this.record = record;
    this.lanes();
    this.byName ??= new Map(this.layers.map((layer) => [layer.name, layer]));
    const where = [record.outlet, record.days, record.file, record.article_id].join(" · ");
    this.head.replaceChildren(make("h3", "", record.title), make("div", "quiet", where));
    this.words.replaceChildren(...record.pieces.map((piece) => this.piece(piece)));
    this.earlier.hidden = record.start === 0;
    this.later.hidden = record.end === record.length;
    for (const layer of this.layers) layer.count.textContent = layer.on ? (record.counts[layer.name] ?? "") : "";
    this.say(record.unread.length ? `too long to be read for ${record.unread.join(", ")}: give their tables` : "");
    this.place();
    this.page.scrollTop = keep ? scrollTop : 0;
    const target = this.words.querySelector(".place");
    if (target && !keep) this.page.scrollTop = target.offsetTop - this.page.clientHeight / 3;
    this.find();
  }

  // The lines of the layers that are on lie below one another.
  lanes() {
    const lined = this.layers.filter((layer) => layer.on && layer.line !== "none");
    lined.forEach((layer, place) => Object.assign(layer, { lane: place % LANES }));
    this.words.style.lineHeight = 1.7 + 0.12 * Math.min(lined.length, LANES);
  }

  place() {
    const [start, end] = this.record.place;
    if (end > start) this.address(start, end);
    else this.address(null);
  }

  piece([start, text, numbers]) {
    let node = make("span", "piece", text);
    node.dataset.start = start;
    for (const number of [...numbers].reverse()) node = this.inside(number, start, node);
    return node;
  }

  inside(number, at, inner) {
    const [name, start, , label, quiet] = this.record.spans[number];
    const layer = this.byName.get(name);
    const node = make(layer ? "span" : "mark", layer ? "span" : name);
    node.dataset.span = number;
    if (layer) this.look(node, layer);
    if (quiet) node.classList.add("quiet");
    if (layer && label && at === Math.max(start, this.record.start)) node.append(this.tag(layer, label, inner.textContent));
    node.append(inner);
    return node;
  }

  // The label, but for one that repeats the words behind it.
  tag(layer, label, words) {
    const tag = make("span", "tag", (words === label ? layer.key : `${layer.key} ${label}`).trim());
    tag.style.borderColor = layer.colour;
    tag.title = `${layer.title}: ${label}`;
    return tag;
  }

  // Addresses.

  point(event) {
    if (!document.getSelection().isCollapsed) return;
    const node = event.target.closest("[data-span]");
    if (!node) return;
    const [, start, end] = this.record.spans[node.dataset.span];
    this.address(start, end);
  }

  select() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !this.words.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const nodes = [...this.words.querySelectorAll(".piece")].filter((node) => range.intersectsNode(node));
    if (!nodes.length) return;
    const start = this.offset(nodes[0], range.startContainer, range.startOffset, false);
    const end = this.offset(nodes[nodes.length - 1], range.endContainer, range.endOffset, true);
    if (end > start) this.address(start, end);
  }

  // The character of a piece at which a selection begins or ends; its edge where that lies outside.
  offset(piece, container, place, last) {
    const start = Number(piece.dataset.start);
    const text = piece.textContent;
    if (container === piece.firstChild) return start + points(text.slice(0, place));
    return last ? start + points(text) : start;
  }

  address(start, end) {
    this.addressBox.value = start === null ? "" : `${this.record.article_id}#char=${start},${end}`;
  }

  async copy() {
    if (!this.addressBox.value) return this.say("select words first");
    try {
      await navigator.clipboard.writeText(this.addressBox.value);
      return this.say("copied");
    } catch {
      this.addressBox.select();
      return this.say("press Ctrl+C");
    }
  }

  // Cells of tables that hold an address lead here while the room is open; stored outputs stay as they are.

  links() {
    this.follow = (event) => {
      const cell = event.target.closest?.(".cuttings-address");
      if (!cell || (event.key ?? "Enter") !== "Enter" || !this.newest()) return;
      const [id, start, end] = cell.textContent.trim().split(/#char=|,/);
      this.open(id, { pointed: [Number(start), Number(end)] });
      this.root.scrollIntoView({ block: "nearest" });
      this.root.focus({ preventScroll: true });
    };
    document.addEventListener("click", this.follow);
    document.addEventListener("keydown", this.follow);
    this.watch = new MutationObserver(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.link(), 300);
    });
    this.watch.observe(document.body, { childList: true, subtree: true });
    this.link();
  }

  link() {
    for (const cell of document.querySelectorAll(".jp-OutputArea-output td:not(.cuttings-address)")) {
      if (!ADDRESS.test(cell.textContent.trim())) continue;
      cell.classList.add("cuttings-address");
      cell.tabIndex = 0;
      cell.setAttribute("role", "link");
      cell.dataset.lmSuppressShortcuts = "true";
    }
  }

  unlink() {
    this.watch.disconnect();
    clearTimeout(this.soon);
    document.removeEventListener("click", this.follow);
    document.removeEventListener("keydown", this.follow);
  }

  newest() {
    const near = this.el.closest(".jp-NotebookPanel") ?? document;
    const rooms = near.querySelectorAll(".cuttings-room");
    return rooms[rooms.length - 1] === this.root;
  }

  say(text) {
    this.status.textContent = text;
  }

  silence(silent) {
    if (silent) this.say("no answer yet: the kernel is busy, or gone; if it is gone, run the cell again");
    else if (this.status.textContent.startsWith("no answer")) this.say("");
  }
}

export default {
  render({ model, el }) {
    const room = new Room(model, el);
    return () => room.close();
  },
};
