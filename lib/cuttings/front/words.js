// The words of a record, cut into pieces, each inside the layers that cover it, with the way from them to addresses.
const LANES = 4;

function look(node, layer) {
  if (layer.line === "none") return;
  node.style.textDecoration = `underline ${layer.line} ${layer.colour} ${layer.width}px`;
  node.style.textUnderlineOffset = `${3 + 3 * layer.lane}px`;
}

class Words {
  constructor(layers, address) {
    this.box = make("div", "words");
    this.layers = new Map(layers.map((layer) => [layer.name, layer]));
    this.address = address;
    this.box.addEventListener("click", (event) => this.point(event));
    this.selected = () => this.select();
    document.addEventListener("selectionchange", this.selected);
  }

  close() {
    document.removeEventListener("selectionchange", this.selected);
  }

  draw(record) {
    this.record = record;
    this.lanes();
    this.box.replaceChildren(...record.pieces.map((piece) => this.piece(piece)));
  }

  // The lines of the layers that are on lie below one another.
  lanes() {
    const lined = [...this.layers.values()].filter((layer) => layer.on && layer.line !== "none");
    lined.forEach((layer, place) => Object.assign(layer, { lane: place % LANES }));
    this.box.style.lineHeight = 1.7 + 0.12 * Math.min(lined.length, LANES);
  }

  piece([start, text, numbers]) {
    let node = make("span", "piece", text);
    node.dataset.start = start;
    for (const number of [...numbers].reverse()) node = this.inside(number, start, node);
    return node;
  }

  inside(number, at, inner) {
    const [name, start, , label, quiet] = this.record.spans[number];
    const layer = this.layers.get(name);
    const node = make(layer ? "span" : "mark", layer ? "span" : name);
    node.dataset.span = number;
    if (layer) look(node, layer);
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

  point(event) {
    if (!document.getSelection().isCollapsed) return;
    const node = event.target.closest("[data-span]");
    if (!node) return;
    const [, start, end] = this.record.spans[node.dataset.span];
    this.address(start, end);
  }

  select() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !this.box.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const nodes = [...this.box.querySelectorAll(".piece")].filter((node) => range.intersectsNode(node));
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
}
