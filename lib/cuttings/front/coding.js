// The coding view: a passage in its article, faint around it, and beside it the codebook.
const ASLEEP = "no answer yet: the kernel is busy, or gone; what was not kept is lost with it. Run the cell again";

class Coding {
  constructor(model, el) {
    this.model = model;
    this.root = make("div", "cuttings-coding cuttings-live");
    this.root.setAttribute("role", "application");
    this.root.setAttribute("aria-label", "Coding view");
    this.root.dataset.lmSuppressShortcuts = "true"; // JupyterLab leaves the keys to the view
    this.wire = new Wire(model, (silent) => this.silence(silent));
    this.coder = new Coder(model, this.wire, { host: this.root });
    this.coder.bar.append(make("span", "hint", "click here to code by keys"));
    this.passage = make("section", "passage");
    const desk = this.root.appendChild(make("div", "desk"));
    desk.append(this.passage, this.coder.box);
    this.root.addEventListener("keydown", (event) => this.coder.key(event));
    this.changed = () => this.draw();
    model.on("change:coding", this.changed);
    this.resized = new ResizeObserver(() => this.center());
    this.resized.observe(this.passage);
    el.append(this.root);
    this.draw();
  }

  close() {
    this.wire.close();
    this.coder.close();
    this.resized.disconnect();
    this.model.off("change:coding", this.changed);
  }

  // A unit stays where somebody has scrolled it while its codes are marked.
  draw() {
    const { unit } = this.model.get("coding");
    const shown = JSON.stringify(unit);
    if (shown === this.shown) return;
    this.shown = shown;
    if (!unit) {
      this.passage.replaceChildren(make("p", "", "This is the end of the sheet."));
      return;
    }
    const words = make("div", unit.before || unit.after ? "words" : "words whole");
    words.setAttribute("aria-live", "polite");
    words.append(unit.before, make("mark", "", unit.text), unit.after);
    const said = [`unit ${unit.number}`, unit.group, unit.answered ? "coded" : ""].filter(Boolean).join(" · ");
    this.passage.replaceChildren(make("div", "quiet", said), words);
    this.center();
  }

  center() {
    const mark = this.passage.querySelector("mark");
    if (mark) this.passage.scrollTop = mark.offsetTop - this.passage.clientHeight / 3;
  }

  silence(silent) {
    if (silent) this.coder.say(ASLEEP);
    else if (this.coder.status.textContent === ASLEEP) this.coder.say("");
  }
}

export default {
  render({ model, el }) {
    const view = new Coding(model, el);
    return () => view.close();
  },
};
