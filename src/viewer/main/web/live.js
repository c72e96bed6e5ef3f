// Sessions while they happen: what the viewer tells, and what is done on its page.
import { html, nothing } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { App } from "./app.js";
import { RawView } from "./raw.js";
import { head, visible } from "./text.js";

const KINDS = [
  "user", "message", "reasoning", "plan", "command", "patch", "tool", "search", "agent", "compaction", "approval",
  "error", "warning", "note",
];
const PAUSE = 80;
/** What comes up under the pointer is not clicked by accident. */
const NOT_YET = 500;
const END = 60;

/** The events of the viewer, kept as the session of a page. */
class LiveSession {
  constructor(changed) {
    this.changed = changed;
    this.kinds = KINDS;
    this.source = "Codex, live";
    this.problems = [];
    this.threads = [];
    this.turns = [];
    this.items = [];
    this.byNumber = new Map();
    this.asks = new Map();
    this.texts = new Map();
    this.connection = "connecting";
  }

  /** Resolves when the viewer answers. */
  open() {
    const events = new EventSource("events");
    const on = (type, then) =>
      events.addEventListener(type, (event) => {
        then(JSON.parse(event.data));
        this.changed();
      });
    on("thread", (thread) => (this.threads[thread.n] = thread));
    on("turn", (turn) => (this.turns[turn.n] = turn));
    on("item", (item) => this.item(item));
    on("text", (more) => this.more(more));
    on("ask", (ask) => this.ask(ask));
    on("state", (state) => this.state(state));
    on("over", () => {
      events.close();
      this.connection = "ended";
    });
    return new Promise((resolve) => {
      events.onopen = () => {
        this.connection = "";
        this.changed();
        resolve();
      };
      events.onerror = () => {
        this.connection = events.readyState === EventSource.CLOSED ? "ended" : "lost; it is tried again";
        this.changed();
        resolve();
      };
    });
  }

  item(told) {
    const known = this.byNumber.get(told.number);
    const lines = Math.min(60, 1 + JSON.stringify(told.body).length / 100);
    if (known) {
      Object.assign(known, told, { lines, text: undefined });
      return;
    }
    const item = { ...told, lines };
    this.byNumber.set(item.number, item);
    // Almost always the last one.
    let at = this.items.length;
    while (at > 0 && this.items[at - 1].number > item.number) at--;
    this.items.splice(at, 0, item);
  }

  /** An item that goes on has more text, where it will stand when it has ended. */
  more({ number, at, text }) {
    const item = this.byNumber.get(number);
    if (!item?.open) return;
    item.text = (item.text ?? "").slice(0, at) + text;
    if (item.kind === "reasoning") item.body.content = [item.text];
    else if (item.kind === "command") item.body.output = item.text;
    else item.body.text = item.text;
  }

  ask(ask) {
    if (ask.gone) this.asks.delete(ask.id);
    else if (!this.asks.has(ask.id)) this.asks.set(ask.id, { ...ask, since: performance.now(), values: {} });
  }

  state({ fallen, lacking }) {
    this.problems = [
      fallen > 0 ? `The oldest ${fallen} items have fallen out of the viewer's memory.` : "",
      lacking > 0 ? `${lacking} messages came too fast to be seen.` : "",
    ].filter((text) => text);
  }

  body(item) {
    return item.body;
  }

  block() {
    return Promise.resolve();
  }

  async text(number) {
    if (!this.texts.has(number)) {
      const reply = await fetch(`text?n=${number}`);
      this.texts.set(number, reply.ok ? await reply.text() : "(this text has fallen out of the viewer's memory)");
    }
    return this.texts.get(number);
  }

  async search(words, progress) {
    const wanted = words.toLowerCase();
    const found = new Set();
    for (const item of this.items) {
      if (await this.#has(item.body, wanted)) found.add(item.number);
    }
    progress(found, true);
    return found;
  }

  async #has(value, wanted) {
    if (value === null || typeof value !== "object") return String(value).toLowerCase().includes(wanted);
    if (value.blob !== undefined && value.head !== undefined) {
      return (await this.text(value.blob)).toLowerCase().includes(wanted);
    }
    for (const one of Object.values(value)) {
      if (await this.#has(one, wanted)) return true;
    }
    return false;
  }

  running(thread) {
    return this.turns.findLast((turn) => turn?.th === thread.n && turn.status === "inProgress");
  }
}

const CHOICES = {
  once: "Allow once",
  session: "Allow for the session",
  always: "Allow always",
  deny: "Deny",
  reason: "Deny for a reason…",
  cancel: "Deny and end the turn",
};

/** What is around the list: threads, approvals, the box for prompts, the raw view. */
class Around {
  constructor(session, { token, interactive, raw }) {
    this.session = session;
    this.token = token;
    this.interactive = interactive;
    this.raw = raw ? new RawView(() => this.app.frame()) : null;
    this.wholes = new Map();
    this.draft = "";
    this.said = "";
  }

  async post(path, body) {
    const reply = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Talaria-Token": this.token },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error((await reply.text()).trim());
  }

  /** Does something that may fail, and says so. */
  async act(path, body) {
    this.said = "";
    try {
      await this.post(path, body);
      return true;
    } catch (error) {
      this.said = error.message;
      return false;
    } finally {
      this.app.frame();
    }
  }

  bar() {
    return this.raw
      ? html`<button class="show-raw" aria-pressed=${this.raw.open} @click=${() => this.raw.toggle()}>Raw messages</button>`
      : nothing;
  }

  coversMain() {
    return this.raw?.open ?? false;
  }

  /** The thread that prompts go to. */
  thread() {
    const roots = this.session.threads.filter((thread) => thread && thread.parent < 0);
    const latest = () => roots.find((thread) => thread.n === this.session.turns.findLast((turn) => roots.some((root) => root.n === turn?.th))?.th);
    return roots.find((thread) => thread.n === this.app.thread) ?? latest() ?? roots.at(-1);
  }

  status(thread) {
    if ([...this.session.asks.values()].some((ask) => ask.thread === thread.id)) return "waiting";
    const last = this.session.turns.findLast((turn) => turn?.th === thread.n);
    return last === undefined ? "idle" : last.status === "inProgress" ? "running" : last.status;
  }

  side() {
    const { threads } = this.session;
    const rows = [];
    const add = (thread, depth) => {
      rows.push({ thread, depth });
      for (const child of threads) if (child?.parent === thread.n) add(child, depth + 1);
    };
    for (const thread of threads) if (thread && thread.parent < 0) add(thread, 0);
    return html`<nav class="side" aria-label="Threads">
      <button class="thread-row" aria-pressed=${this.app.thread < 0} @click=${() => this.app.pick(-1)}>All threads</button>
      ${repeat(
        rows,
        ({ thread }) => thread.n,
        ({ thread, depth }) => {
          const status = this.status(thread);
          return html`<button class="thread-row" .style=${`--depth: ${Math.min(depth, 6)}`} aria-pressed=${this.app.thread === thread.n}
            @click=${() => this.app.goTo(thread)}>
            <span class="name">${this.app.threadName(thread.id)}</span>
            <span class="status ${status}">${status}</span>
            ${thread.cwd ? html`<span class="where">${visible(thread.cwd)}</span>` : nothing}
          </button>`;
        },
      )}
    </nav>`;
  }

  below() {
    const asks = [...this.session.asks.values()];
    const { connection } = this.session;
    return html`${this.raw?.open ? this.raw.view() : nothing}
      ${connection
        ? html`<p class="connection" role="status">${connection === "ended" ? "The viewer has ended; this page stays as it is." : `The connection is ${connection}.`}</p>`
        : nothing}
      <p class="unseen" role="status">${asks.length > 0 ? `Codex waits for ${asks.length === 1 ? "an answer" : `${asks.length} answers`}` : ""}</p>
      ${asks.length > 0
        ? html`<section class="asks" aria-label="Approvals that wait" tabindex="0">${repeat(asks, (ask) => ask.id, (ask) => this.ask(ask))}</section>`
        : nothing}
      ${this.interactive && connection !== "ended" ? this.box() : nothing}`;
  }

  ask(ask) {
    const lines = this.wholes.get(ask.id) ?? ask.lines;
    const early = performance.now() - ask.since < NOT_YET;
    if (early) setTimeout(() => this.app.frame(), NOT_YET);
    const [title, ...rest] = lines;
    return html`<form class="ask" data-id=${ask.id} @submit=${(event) => event.preventDefault()}>
      <h2>Codex asks: ${visible(title.text)} <a class="link" href=${`#${this.turnKey(ask)}`}>${this.app.threadName(ask.thread)}</a></h2>
      <pre tabindex="0" role="region" aria-label="What is asked">${rest.map((line) => html`<span class="line ${line.style}">${visible(line.text)}\n</span>`)}</pre>
      ${ask.brief && !this.wholes.has(ask.id)
        ? html`<p class="more">${ask.masked > 0 ? `${ask.masked} ${ask.masked === 1 ? "part is" : "parts are"} masked. ` : "Some of it is left out. "}
            <button type="button" class="whole" @click=${() => this.whole(ask)}>Show everything</button></p>`
        : nothing}
      ${ask.fields ? ask.fields.map((field) => this.field(ask, field)) : nothing}
      ${!this.interactive ? nothing : ask.step ? this.step(ask) : this.choices(ask, early)}
    </form>`;
  }

  choices(ask, early) {
    const offered = ask.choices.flatMap((choice) => (choice === "deny" ? ["deny", "reason"] : [choice]));
    const label = (choice) => (ask.fields && choice === "once" ? "Send" : CHOICES[choice] + (choice === "always" && ask.stores ? "…" : ""));
    return html`<p class="choices">${offered.map(
      (choice) =>
        html`<button type="button" class=${choice} ?disabled=${early || ask.sent} @click=${() => this.choose(ask, choice)}>${label(choice)}</button>`,
    )}</p>`;
  }

  /** What is written before the answer: the words that are stored, or why not. */
  step(ask) {
    const { step } = ask;
    const back = () => {
      ask.step = undefined;
      this.app.frame();
    };
    return html`<label class="step"><span>${step.label}</span>
        <textarea rows="2" .value=${step.text} ?readonly=${step.fixed} @input=${(event) => (step.text = event.target.value)}></textarea></label>
      <p class="choices">
        <button type="button" class=${step.choice} ?disabled=${ask.sent}
          @click=${() => this.answer(ask, step.choice, step.fixed ? {} : { [step.name]: step.text })}>${CHOICES[step.choice]}</button>
        <button type="button" class="back" @click=${back}>Back</button>
      </p>`;
  }

  async choose(ask, choice) {
    if (choice === "reason") {
      ask.step = { choice: "deny", name: "reason", label: "Why, for the model", text: "" };
    } else if (choice === "always" && ask.stores) {
      const reply = await fetch(`words?id=${encodeURIComponent(ask.id)}`);
      if (!reply.ok) return;
      const words = await reply.text();
      const text = visible(words);
      ask.step = { choice, name: "words", label: "Every command that begins with these words is allowed from then on", text, fixed: text !== words };
    } else {
      await this.answer(ask, choice);
    }
    this.app.frame();
    this.app.root.querySelector(`form[data-id="${ask.id}"] .step textarea`)?.focus();
  }

  turnKey(ask) {
    const turn = this.session.turns.find((one) => one?.id === ask.turn);
    return turn ? `turn-${turn.n}` : "";
  }

  field(ask, field) {
    const name = `field-${ask.id}-${field.name}`;
    const set = (event) => (ask.values[field.name] = event.target.value);
    const options = field.type === "boolean" ? ["yes", "no"] : (field.options ?? []);
    const label = html`<span>${visible(field.title)}${field.required ? " (needed)" : ""}</span>
      ${field.about ? html`<small>${visible(field.about)}</small>` : nothing}`;
    if (options.length > 0 && field.type !== "array" && (field.type === "boolean" || !field.other)) {
      return html`<label>${label}<select name=${name} @change=${set}>
        <option value="">${field.fallback ? visible(field.fallback) : "—"}</option>
        ${options.map((option) => html`<option value=${option}>${visible(option)}</option>`)}
      </select></label>`;
    }
    return html`<label>${label}<input name=${name} autocomplete="off" type=${field.type === "secret" ? "password" : "text"}
      placeholder=${field.fallback ?? ""} list=${options.length > 0 ? `${name}-list` : nothing} @input=${set} />
      ${options.length > 0 ? html`<datalist id=${`${name}-list`}>${options.map((option) => html`<option value=${option}></option>`)}</datalist>` : nothing}</label>`;
  }

  /** What is asked with nothing masked: fetched for this look only. */
  async whole(ask) {
    const reply = await fetch(`whole?id=${encodeURIComponent(ask.id)}`);
    if (reply.ok) this.wholes.set(ask.id, await reply.json());
    this.app.frame();
  }

  async answer(ask, choice, more = {}) {
    ask.sent = true;
    this.app.frame();
    const taken = await this.act("answer", { id: ask.id, choice, values: ask.values, ...more });
    ask.sent = taken;
    this.wholes.delete(ask.id);
    this.app.frame();
  }

  box() {
    const thread = this.thread();
    if (!thread) return html`<p class="box note">A thread that begins is shown here.</p>`;
    const turn = this.session.running(thread);
    const send = async () => {
      const text = this.draft;
      if (!text.trim()) return;
      const sent = turn
        ? await this.act("steer", { thread: thread.id, turn: turn.id, text })
        : await this.act("prompt", { thread: thread.id, text });
      if (sent) {
        this.draft = "";
        this.app.frame();
      }
    };
    return html`<form class="box" aria-label="Prompt" @submit=${(event) => (event.preventDefault(), send())}>
      <textarea rows="2" aria-label=${turn ? "Steer the turn" : "Prompt"} placeholder=${`${turn ? "Steer the turn of" : "Prompt for"} ${head(this.app.threadName(thread.id))}`}
        .value=${this.draft} @input=${(event) => (this.draft = event.target.value)}
        @keydown=${(event) => event.key === "Enter" && !event.shiftKey && !event.isComposing && (event.preventDefault(), send())}></textarea>
      <button class="send">${turn ? "Steer" : "Send"}</button>
      ${turn
        ? html`<button type="button" class="interrupt" @click=${() => this.act("interrupt", { thread: thread.id, turn: turn.id })}>Interrupt</button>`
        : nothing}
      <span class="said" role="status">${visible(this.said)}</span>
    </form>`;
  }
}

class LiveApp extends App {
  constructor(session, root, around) {
    super(session, root);
    this.around = around;
    around.app = this;
  }

  /** Soon: many events come at once. */
  soon() {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined;
      this.refresh();
    }, PAUSE);
  }

  list() {
    // A thread or a turn may arrive after one with a higher number.
    const { threads, turns, items } = this.session;
    const known = { threads: threads.filter(() => true), turns: turns.filter(() => true), items };
    return super.list(known);
  }

  refresh() {
    const main = this.root.querySelector("main");
    const follow = main.scrollTop + main.clientHeight >= main.scrollHeight - END;
    this.count();
    this.entries = this.list();
    this.virtualizer.setOptions({ ...this.virtualizer.options, ...this.options() });
    this.frame();
    this.show();
    if (follow) {
      main.scrollTop = main.scrollHeight;
      this.later();
    }
    const asks = this.session.asks.size;
    document.title = `${asks > 0 ? `(${asks}) ` : ""}Codex sessions`;
    clearTimeout(this.clock);
    if (this.session.turns.some((turn) => turn?.status === "inProgress")) this.clock = setTimeout(() => this.soon(), 1000);
  }

  view(entry) {
    const now = Date.now();
    if (entry.turn?.status === "inProgress") {
      return super.view({ ...entry, turn: { ...entry.turn, status: "running", e: Math.max(now, entry.turn.s) } });
    } else if (entry.item?.open) {
      return super.view({ ...entry, item: { ...entry.item, took: Math.max(0, now - entry.item.start) } });
    }
    return super.view(entry);
  }

  goTo(thread) {
    if (thread.parent < 0) this.pick(thread.n);
    else location.hash = `#thread-${thread.n}`;
  }
}

/** Opens the page when the viewer answers. */
export async function openLive(root, options) {
  let app;
  const session = new LiveSession(() => app?.soon());
  await session.open();
  root.replaceChildren();
  app = new LiveApp(session, root, new Around(session, options));
  app.start();
  app.soon();
  return app;
}
