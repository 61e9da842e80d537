// Questions to the kernel, each answered under its number.
const PATIENCE = 3000; // milliseconds until a silent kernel is spoken of

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
