// The page: what is shown of the session, and where.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import { html, nothing, render } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { itemView, threadView, turnView } from "./rows.js";
import { visible } from "./text.js";
import { timeline } from "./timeline.js";

const LINE = 19;
const AROUND = 64;

export class App {
  constructor(session, root) {
    this.session = session;
    this.root = root;
    this.hidden = new Set();
    this.folded = new Set();
    this.shown = new Map();
    this.texts = new Map();
    this.found = null;
    this.words = "";
    this.searching = false;
    this.thread = -1;
    this.columns = innerWidth > 1200;
    this.selected = null;
    this.count();
    this.entries = this.list();
  }

  /** What is known of the session's items as a whole. */
  count() {
    this.byTurn = new Map();
    this.counts = new Map();
    for (const item of this.session.items) {
      if (!this.byTurn.has(item.turn)) this.byTurn.set(item.turn, []);
      this.byTurn.get(item.turn).push(item);
      this.counts.set(item.kind, (this.counts.get(item.kind) ?? 0) + 1);
    }
    this.threadsById = new Map(this.session.threads.flatMap((thread) => [[thread.id, thread]]));
  }

  start() {
    this.frame();
    const scroller = this.root.querySelector("main");
    this.virtualizer = new Virtualizer({
      ...this.options(),
      getScrollElement: () => scroller,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      measureElement: (row) => row.offsetHeight,
      onChange: () => {
        this.moved = true;
        if (!this.showing) this.later();
      },
    });
    this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    addEventListener("hashchange", () => this.go());
    addEventListener("keydown", (event) => this.key(event));
    this.show();
    this.go();
  }

  options() {
    return {
      count: this.entries.length,
      estimateSize: (index) => this.height(this.entries[index]),
      getItemKey: (index) => this.entries[index].key,
      overscan: 4,
    };
  }

  /** Threads, turns and items in the order of the page. */
  list({ threads, turns, items } = this.session) {
    const perThread = new Map(threads.map((thread) => [thread.n, []]));
    for (const turn of turns) perThread.get(turn.th)?.push({ key: `turn-${turn.n}`, at: turn.first, turn });
    for (const item of items) {
      if (!this.hidden.has(item.kind) && (!this.found || this.found.has(item.number))) {
        perThread.get(item.thread)?.push({ key: `item-${item.number}`, at: item.number, item });
      }
    }
    const children = new Map();
    for (const thread of threads) {
      if (thread.parent >= 0) {
        if (!children.has(thread.parent)) children.set(thread.parent, []);
        children.get(thread.parent).push(thread);
      }
    }
    const filtered = this.found !== null || this.hidden.size > 0;
    const entries = [];
    const add = (thread, depth) => {
      const before = entries.length;
      entries.push({ key: `thread-${thread.n}`, thread, depth });
      if (this.folded.has(thread.n)) return;
      const waiting = (children.get(thread.n) ?? []).slice().sort((a, b) => a.spawn - b.spawn);
      const agents = (until) => {
        while (waiting.length > 0 && waiting[0].spawn >= 0 && waiting[0].spawn < until) add(waiting.shift(), depth + 1);
      };
      const own = perThread.get(thread.n).sort((a, b) => a.at - b.at);
      own.forEach((entry, index) => {
        agents(entry.at);
        const empty = filtered && entry.turn && !(own[index + 1] && own[index + 1].item);
        if (!empty) entries.push({ ...entry, depth });
      });
      while (waiting.length > 0) add(waiting.shift(), depth + 1);
      if (filtered && entries.length === before + 1) entries.pop();
    };
    for (const thread of threads) {
      if (thread.parent < 0 && (this.thread < 0 || this.thread === thread.n)) add(thread, 0);
    }
    return entries;
  }

  height(entry) {
    if (entry.item) return AROUND + Math.min(entry.item.lines, entry.item.kind === "command" ? 24 : 60) * LINE;
    return entry.turn ? 150 : 110;
  }

  changed() {
    this.entries = this.list();
    this.virtualizer.setOptions({ ...this.virtualizer.options, ...this.options() });
    this.virtualizer.measure();
    this.frame();
    this.show();
  }

  later() {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.show();
    });
  }

  /** What is around the list. */
  frame() {
    const { threads, kinds, source, problems } = this.session;
    const roots = threads.filter((thread) => thread.parent < 0);
    const number = this.entries.filter((entry) => entry.item).length;
    const covered = this.around?.coversMain() ?? false;
    render(
      html`<header class="top">
          <div class="bar" role="search">
            <h1 title=${visible(source)}>${visible(source)}</h1>
            <input type="search" placeholder="Search  ( / )" aria-label="Search the session" ?hidden=${covered} .value=${this.words}
              @input=${(event) => this.searchLater(event.target.value)} />
            <span class="count" role="status" ?hidden=${covered}>${this.searching ? "searching… " : ""}${number.toLocaleString("en-US")} items</span>
            ${roots.length > 1 && this.around === undefined
              ? html`<select aria-label="Thread" @change=${(event) => this.pick(Number(event.target.value))}>
                  <option value="-1">All threads</option>
                  ${roots.map((thread) => html`<option value=${thread.n}>${this.threadName(thread.id)}</option>`)}
                </select>`
              : nothing}
            <button class="columns" aria-pressed=${this.columns} ?hidden=${covered} @click=${() => this.sideBySide()}>Side by side</button>
            <button @click=${() => this.theme()}>Light / dark</button>
            ${this.around?.bar() ?? nothing}
          </div>
          <div class="kinds" role="group" aria-label="Kinds of items" ?hidden=${covered}>
            ${kinds
              .filter((kind) => this.counts.has(kind))
              .map(
                (kind) => html`<button class=${kind} aria-pressed=${!this.hidden.has(kind)} @click=${() => this.filter(kind)}>
                  ${kind} <b>${this.counts.get(kind).toLocaleString("en-US")}</b>
                </button>`,
              )}
          </div>
          ${problems.length > 0
            ? html`<details class="problems"><summary>Some lines could not be read</summary>
                ${problems.map((problem) => html`<p class="plain">${visible(problem)}</p>`)}</details>`
            : nothing}
        </header>
        <div class="middle">
          ${this.around?.side() ?? nothing}
          <div class="column">
            <main tabindex="0" aria-label="Session" ?hidden=${covered}><div class="list"></div></main>
            ${this.around?.below() ?? nothing}
          </div>
        </div>`,
      this.root,
    );
  }

  /** The entries that are in sight, until they lie where their heights want them. */
  show() {
    this.showing = true;
    const list = this.root.querySelector(".list");
    for (let tries = 0; tries < 4; tries++) {
      this.moved = false;
      this.rows(list);
      for (const row of list.children) this.virtualizer.measureElement(row);
      if (!this.moved) break;
    }
    this.showing = false;
    if (this.moved) this.later();
    if (this.words) this.mark();
  }

  rows(list) {
    const rows = this.virtualizer.getVirtualItems();
    list.style.height = `${this.virtualizer.getTotalSize()}px`;
    render(
      html`${repeat(
        rows,
        (row) => row.key,
        (row) => {
          const entry = this.entries[row.index];
          const kind = entry.item ? entry.item.kind : entry.turn ? "turn" : "thread";
          return html`<article class="row ${kind} ${entry.key === this.selected ? "selected" : ""}" data-index=${row.index}
            data-key=${entry.key} aria-posinset=${row.index + 1} aria-setsize=${this.entries.length}
            .style=${`transform: translateY(${row.start}px); --depth: ${Math.min(entry.depth, 6)}`}>
            <div class="card">${this.view(entry)}</div>
          </article>`;
        },
      )}`,
      list,
    );
  }

  view(entry) {
    if (entry.thread) return threadView(this, entry.thread);
    if (entry.turn) return turnView(entry.turn, timeline(entry.turn, this.byTurn.get(entry.turn.n) ?? []));
    return itemView(this, entry.item, this.session.body(entry.item, () => this.later()));
  }

  threadName(id) {
    const thread = this.threadsById.get(id);
    return visible(thread?.name || id);
  }

  threadLink(id) {
    const thread = this.threadsById.get(id);
    return thread ? html`<a href=${`#thread-${thread.n}`}>${this.threadName(id)}</a>` : this.threadName(id);
  }

  async showMore(key, text, size) {
    if (text?.blob !== undefined && !this.texts.has(text.blob)) {
      this.texts.set(text.blob, await this.session.text(text.blob));
    }
    this.shown.set(key, size);
    this.show();
  }

  showLess(key) {
    this.shown.delete(key);
    this.show();
  }

  filter(kind) {
    if (!this.hidden.delete(kind)) this.hidden.add(kind);
    this.changed();
  }

  pick(thread) {
    this.thread = thread;
    this.changed();
  }

  fold(thread) {
    if (!this.folded.delete(thread)) this.folded.add(thread);
    this.changed();
  }

  sideBySide() {
    this.columns = !this.columns;
    this.changed();
  }

  theme() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const root = document.documentElement;
    root.dataset.theme = (root.dataset.theme ?? (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
  }

  async copy(event, text) {
    const button = event.target;
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  }

  searchLater(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(words.trim()), 200);
  }

  async search(words) {
    this.words = words;
    CSS.highlights?.delete("found");
    if (!words) {
      this.found = null;
      this.searching = false;
      this.changed();
      return;
    }
    this.searching = true;
    let shown = 0;
    await this.session.search(words, (found, done) => {
      if (this.words !== words) return false;
      if (done || performance.now() - shown > 300) {
        shown = performance.now();
        this.found = new Set(found);
        this.searching = !done;
        this.changed();
      }
      return true;
    });
  }

  /** Marks what was found, without touching what is shown. */
  mark() {
    if (!globalThis.Highlight) return;
    const wanted = this.words.toLowerCase();
    const ranges = [];
    const walker = document.createTreeWalker(this.root.querySelector(".list"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        if (at + wanted.length > walker.currentNode.length) break;
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + wanted.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  /** To where the address points. */
  go() {
    const key = location.hash.slice(1);
    if (!/^(item|turn|thread)-\d+$/.test(key)) return;
    let index = this.entries.findIndex((entry) => entry.key === key);
    if (index < 0) {
      this.hidden.clear();
      this.folded.clear();
      this.found = null;
      this.words = "";
      this.thread = -1;
      this.changed();
      index = this.entries.findIndex((entry) => entry.key === key);
    }
    if (index >= 0) this.select(index);
  }

  select(index) {
    this.selected = this.entries[index].key;
    this.virtualizer.scrollToIndex(index, { align: "start" });
    this.later();
  }

  key(event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing) event.target.blur();
    if (typing) return;
    if (event.key === "/") {
      event.preventDefault();
      this.root.querySelector("input[type=search]").focus();
    } else if (event.key === "j" || event.key === "k") {
      const at = this.entries.findIndex((entry) => entry.key === this.selected);
      const next = Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), this.entries.length - 1);
      this.select(next);
    }
  }
}
