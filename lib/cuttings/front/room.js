// The room: what stands where, what each key and click does.
const ARTICLE_ROW = 74; // pixels
const HIT_ROW = 26;
const OVERLAP = 26000; // characters by which an earlier window begins before this one
const KEYS = "↑ ↓ article · 1–9 layer · / search · n p hit · c copy address · m code · Esc back to the room";

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
    this.shown = this.where();
    this.links = new Links(this.root, (id, pointed) => this.lead(id, pointed));
  }

  // What stands where.

  build() {
    this.root = make("div", "cuttings-room cuttings-live");
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
    desk.append(this.buildFilter(), this.buildShelf(), this.buildRecord(), this.found);
    if (this.model.get("coding").codes) {
      this.coder = new Coder(this.model, this.wire, { lead: (always) => this.unit(always) });
      desk.append(this.coder.box);
    }
    desk.append(this.buildFoot());
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
    this.page.setAttribute("aria-label", "Record");
    this.head = this.page.appendChild(make("header"));
    this.earlier = this.page.appendChild(make("button", "turn", "Earlier in this record"));
    this.words = new Words(this.layers, (start, end) => this.address(start, end));
    this.page.append(this.words.box);
    this.later = this.page.appendChild(make("button", "turn", "Later in this record"));
    return pane;
  }

  buildFoot() {
    const foot = make("div", "foot");
    this.addressBox = this.input("text", "select words for their address");
    this.addressBox.setAttribute("aria-label", "address");
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
    look(name, { ...layer, lane: 0 });
    layer.count = make("span", "quiet count");
    label.append(layer.box, make("kbd", "", layer.key || "·"), name, layer.count);
    this.layerBar.append(label);
    return layer;
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
    this.turned = () => this.go(this.model.get("view"));
    this.model.on("change:view", this.turned);
    this.coded = () => this.follow();
    this.model.on("change:coding", this.coded);
    this.sized = new ResizeObserver(() => this.settle());
    this.sized.observe(this.page);
  }

  close() {
    this.wire.close();
    this.words.close();
    this.links.close();
    this.coder?.close();
    this.sized.disconnect();
    this.model.off("change:view", this.turned);
    this.model.off("change:coding", this.coded);
  }

  // What was drawn before the room had a size can be scrolled to and found in the list now.
  settle() {
    if (!this.page.clientHeight) return;
    this.sized.disconnect();
    this.scroll();
    this.find();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.coder?.box.contains(event.target) && this.coder.key(event)) return undefined;
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
    if (event.key === "m") return this.does(event, () => this.code());
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
    this.redraw();
  }

  // The same place once more: a layer was switched, or says something else.
  redraw() {
    this.again({ at: this.record.start ? this.record.start + 2000 : 0, keep: true });
  }

  // The record once more; one that has been asked for and is not there yet comes before the one that is.
  again(how) {
    if (this.going) return this.open(...this.going);
    return this.open(this.record.article_id, { pointed: how.keep ? this.record.place : [], ...how });
  }

  go(view) {
    if (view.turn === this.view.turn) return;
    this.view = view;
    this.open(view.record.article_id, { pointed: view.record.place });
    this.root.scrollIntoView({ block: "nearest" });
  }

  lead(id, pointed) {
    this.open(id, { pointed });
    this.root.scrollIntoView({ block: "nearest" });
    this.root.focus({ preventScroll: true });
  }

  open(id, { pointed = [], at = pointed[0] ?? 0, keep = false } = {}) {
    const asked = (this.opening = (this.opening ?? 0) + 1);
    this.going = [id, { pointed, at, keep }];
    const on = this.layers.filter((layer) => layer.on).map((layer) => layer.name);
    this.wire.ask({ ask: "record", article_id: id, on, at, pointed, term: this.term }, (answer) => {
      if (asked !== this.opening) return;
      this.going = null;
      if (answer.error) this.say(answer.error);
      else this.draw(answer, keep);
    });
  }

  // The record.

  draw(record, keep = false) {
    const { scrollTop } = this.page;
    const same = this.record?.article_id === record.article_id;
    this.record = record;
    const where = [record.outlet, record.days, record.file, record.article_id].join(" · ");
    this.head.replaceChildren(make("h3", "", record.title), make("div", "quiet", where));
    this.words.draw(record);
    this.earlier.hidden = record.start === 0;
    this.later.hidden = record.end === record.length;
    for (const layer of this.layers) layer.count.textContent = layer.on ? (record.counts[layer.name] ?? "") : "";
    this.say(record.unread.length ? `too long to be read for ${record.unread.join(", ")}: give their tables` : "");
    this.place();
    if (keep) this.page.scrollTop = scrollTop;
    else this.scroll();
    if (!same) this.find(); // the list stays where somebody has scrolled it
  }

  // To the place pointed at, or to the beginning.
  scroll() {
    const target = this.words.box.querySelector(".place");
    this.page.scrollTop = target ? target.offsetTop - this.page.clientHeight / 3 : 0;
  }

  place() {
    const [start, end] = this.record.place;
    if (end > start) this.address(start, end);
    else this.address(null);
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

  // Coding: the unit that is selected, and the record at the unit that comes next.

  code() {
    if (!this.coder) return this.say("no sheet to code: give sheet=…, codebook=…, coder=…");
    this.coder.box.focus();
    const [article_id, start] = this.addressBox.value.split(/#char=|,/);
    return start === undefined ? undefined : this.coder.ask({ ask: "go", article_id, start: Number(start) });
  }

  // To the unit to be coded, where another article is open or always; says whether one was.
  unit(always = false) {
    const [id, ...pointed] = this.where();
    const away = id !== undefined && (this.going?.[0] ?? this.record.article_id) !== id;
    if (id !== undefined && (away || always)) this.open(id, { pointed });
    return away;
  }

  where() {
    const { unit } = this.model.get("coding");
    return unit ? [unit.article_id, unit.start, unit.end] : [];
  }

  follow() {
    const [before, now, done] = [this.shown, this.where(), this.model.get("coding").done];
    if (now.length && String(now) !== String(before)) this.open(now[0], { pointed: now.slice(1) });
    else if (done !== this.done || String(now) !== String(before)) this.redraw();
    this.shown = now;
    this.done = done;
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
