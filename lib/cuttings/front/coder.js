// The codebook: a key for each code, the answer kept by the space bar, and how far the person is.
const CODER_KEYS = "space keep and go on · − back · + forward";
const SAME = { Enter: " ", ArrowLeft: "-", ArrowRight: "+" };

class Coder {
  // Keys are heard where `host` has the focus: the codebook itself, or what holds it. `lead` brings the unit into sight
  // where something else can be looked at: it says whether it had to.
  constructor(model, wire, { host = null, lead = null } = {}) {
    this.model = model;
    this.wire = wire;
    this.lead = lead;
    this.box = make("section", "coder");
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", "Coding");
    this.host = host ?? this.box;
    this.host.tabIndex = 0;
    this.bar = this.box.appendChild(make("div", "bar"));
    this.meter = this.bar.appendChild(make("progress"));
    this.progress = this.bar.appendChild(make("span"));
    this.status = this.bar.appendChild(make("span", "status"));
    this.status.setAttribute("role", "status");
    this.unit = this.box.appendChild(make("button", "unit"));
    this.unit.tabIndex = -1;
    this.unit.hidden = !lead;
    this.unit.addEventListener("click", () => lead(true));
    this.codes = this.box.appendChild(make("div", "codes"));
    this.codes.append(...model.get("coding").codes.map((code) => this.code(code)));
    this.marks = this.box.appendChild(make("div", "marks"));
    this.marks.setAttribute("aria-live", "polite");
    this.buttons = this.box.appendChild(make("div", "bar"));
    for (const [key, text] of [["-", "back"], [" ", "keep and go on"], ["+", "forward"]]) this.buttons.append(this.button(key, text));
    this.buttons.append(make("span", "quiet", CODER_KEYS));
    this.box.addEventListener("mousedown", (event) => this.hold(event));
    this.changed = () => this.draw();
    model.on("change:coding", this.changed);
    this.draw();
  }

  close() {
    this.model.off("change:coding", this.changed);
  }

  button(key, text) {
    const node = make("button", "", text);
    node.tabIndex = -1;
    node.addEventListener("click", () => this.press(key));
    return node;
  }

  // A click leaves the focus where keys are heard.
  hold(event) {
    event.preventDefault();
    this.host.focus({ preventScroll: true });
  }

  draw() {
    const told = this.model.get("coding");
    this.meter.max = Math.max(1, told.of);
    this.meter.value = told.done;
    this.progress.textContent = told.progress;
    this.unit.textContent = told.unit ? `unit ${told.unit.number}: ${told.unit.text}` : "the end of the sheet";
    told.codes.forEach((code, place) => this.mark(this.codes.children[place], code.marked, told.unit));
    const marked = told.codes.filter((code) => code.marked).map((code) => code.label);
    this.marks.textContent = told.unit ? marked.join(" · ") || "no code marked" : "";
  }

  mark(node, marked, unit) {
    const was = node.getAttribute("aria-checked") === "true";
    node.disabled = !unit;
    node.setAttribute("aria-checked", marked);
    node.querySelector(".tick").textContent = marked ? "✓" : "";
    if (marked && !was) this.codes.scrollTop = Math.min(Math.max(this.codes.scrollTop, this.end(node)), node.offsetTop - this.codes.offsetTop);
  }

  // How far the codebook is scrolled when a code is the last in sight.
  end(node) {
    return node.offsetTop - this.codes.offsetTop + node.offsetHeight - this.codes.clientHeight;
  }

  code(code) {
    const node = this.button(code.key, "");
    node.className = "code";
    node.title = code.definition;
    node.setAttribute("role", "checkbox");
    const said = make("span");
    said.append(make("span", "name", code.label), make("span", "definition", ` ${code.definition}`));
    node.append(make("kbd", "", code.key), make("span", "tick"), said);
    return node;
  }

  // Whether a key means anything here; if so it is pressed.
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = SAME[event.key] ?? event.key.toLowerCase();
    if (!" -+".includes(key) && !this.model.get("coding").codes.some((code) => code.key === key)) return false;
    event.preventDefault();
    event.stopPropagation();
    this.press(key);
    return true;
  }

  // A unit that is out of sight is not coded.
  press(key) {
    if (this.lead?.()) return this.say("the unit was out of sight: press again");
    return this.ask({ ask: "press", key });
  }

  ask(question) {
    this.wire.ask(question, (answer) => this.say(answer.error ?? ""));
  }

  say(text) {
    this.status.textContent = text;
  }
}
