// Every message between the program and Codex, as a browser's own list of requests shows them.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import { html, nothing } from "lit/html.js";
import { ref } from "lit/directives/ref.js";
import { code } from "./rows.js";
import { visible } from "./text.js";
import { duration } from "./timeline.js";

const ROW = 26;
const MOST = 20_000;
const LONGEST = 200_000;

export class RawView {
  constructor(changed) {
    this.redraw = changed;
    this.open = false;
    this.messages = [];
    this.byNumber = new Map();
    this.words = "";
    this.method = "";
    this.direction = "";
    this.found = null;
    this.selected = null;
    this.text = "";
    this.shown = [];
  }

  toggle() {
    this.open = !this.open;
    if (this.open && !this.events) this.listen();
    if (!this.open) this.scroller = undefined;
    this.redraw();
  }

  listen() {
    this.events = new EventSource("events?raw=1");
    this.events.addEventListener("raw", (event) => this.add(JSON.parse(event.data)));
    this.events.addEventListener("over", () => this.events.close());
  }

  add(message) {
    if (this.byNumber.has(message.n)) return;
    this.messages.push(message);
    this.byNumber.set(message.n, message);
    const request = this.byNumber.get(message.answers);
    if (request) Object.assign(request, { answer: message.n, took: message.took });
    if (this.messages.length > MOST) this.byNumber.delete(this.messages.shift().n);
    if (this.open) this.soon();
  }

  soon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.redraw();
    }, 100);
  }

  matches(message) {
    if (this.direction && (this.direction === "sent") !== message.sent) return false;
    if (this.method && !message.method.toLowerCase().includes(this.method)) return false;
    if (!this.words) return true;
    return this.found?.has(message.n) || message.head.toLowerCase().includes(this.words);
  }

  async search(words) {
    this.words = words.trim().toLowerCase();
    this.found = null;
    this.redraw();
    if (!this.words) return;
    const wanted = this.words;
    // What is too long to be told at once is looked through by the viewer.
    const reply = await fetch(`search?words=${encodeURIComponent(wanted)}`);
    if (reply.ok && wanted === this.words) {
      this.found = new Set(await reply.json());
      this.redraw();
    }
  }

  async select(message) {
    this.selected = message.n;
    this.text = message.head;
    this.redraw();
    if (message.chars > message.head.length) {
      const reply = await fetch(`raw?n=${message.n}`);
      this.text = reply.ok ? await reply.text() : `${message.head}…\n(the rest has fallen out of the viewer's memory)`;
      this.redraw();
    }
  }

  attach(element) {
    if (!element || element === this.scroller) return;
    this.scroller = element;
    this.virtualizer = new Virtualizer({
      count: 0,
      estimateSize: () => ROW,
      overscan: 8,
      getScrollElement: () => element,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.soon(),
    });
    this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    this.soon();
  }

  rows() {
    const before = this.shown.length;
    this.shown = this.messages.filter((message) => this.matches(message));
    if (!this.virtualizer || !this.scroller) return nothing;
    const { scroller } = this;
    const follow = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - ROW;
    this.virtualizer.setOptions({ ...this.virtualizer.options, count: this.shown.length, getItemKey: (index) => this.shown[index].n });
    if (follow && this.shown.length > before) requestAnimationFrame(() => (scroller.scrollTop = scroller.scrollHeight));
    return html`<div class="raw-list" .style=${`height: ${this.virtualizer.getTotalSize()}px`}>
      ${this.virtualizer.getVirtualItems().map(({ index, start }) => this.row(this.shown[index], index, start))}
    </div>`;
  }

  row(message, index, start) {
    if (!message) return nothing;
    const kind = message.answers ? "reply" : message.id ? "request" : "notification";
    return html`<button class="raw-row ${message.sent ? "sent" : "received"} ${kind}" .style=${`transform: translateY(${start}px)`}
      aria-pressed=${message.n === this.selected} data-n=${message.n} @click=${() => this.select(message)}>
      <span class="n">${message.n}</span>
      <span title=${new Date(message.t).toISOString()}>${((message.t - this.messages[0].t) / 1000).toFixed(3)} s</span>
      <span>${message.sent ? "→ Codex" : "← Codex"}</span>
      <span class="method">${visible(message.method)}${kind === "reply" ? " (reply)" : ""}</span>
      <span>${message.id ? `id ${visible(message.id)}` : ""}</span>
      <span>${message.took === undefined ? (kind === "request" ? "open" : "") : duration(message.took)}</span>
      <span>${message.chars.toLocaleString("en-US")}</span>
    </button>`;
  }

  pretty() {
    try {
      return JSON.stringify(JSON.parse(this.text), null, 2);
    } catch {
      return this.text;
    }
  }

  detail() {
    const message = this.byNumber.get(this.selected);
    if (!message) return nothing;
    const other = this.byNumber.get(message.answers ?? message.answer);
    const text = this.pretty();
    return html`<div class="raw-detail" tabindex="0" role="region" aria-label="The message">
      <h2>#${message.n} ${visible(message.method)}</h2>
      ${other
        ? html`<p class="more"><button @click=${() => this.select(other)}>${message.answers ? "Its request" : "Its reply"}: #${other.n}</button></p>`
        : nothing}
      ${text.length > LONGEST ? html`<p class="note">The first ${LONGEST.toLocaleString("en-US")} of ${text.length.toLocaleString("en-US")} characters</p>` : nothing}
      ${code("json")(text.slice(0, LONGEST))}
    </div>`;
  }

  view() {
    const rows = this.rows();
    return html`<section class="raw" aria-label="Raw messages">
      <div class="bar">
        <input type="search" class="raw-words" placeholder="Text" aria-label="Messages with this text" @input=${(event) => this.search(event.target.value)} />
        <input type="search" class="raw-method" placeholder="Method" aria-label="Messages of this method"
          @input=${(event) => ((this.method = event.target.value.trim().toLowerCase()), this.redraw())} />
        <select aria-label="Direction" @change=${(event) => ((this.direction = event.target.value), this.redraw())}>
          <option value="">both directions</option>
          <option value="sent">to Codex</option>
          <option value="received">from Codex</option>
        </select>
        <span class="count" role="status">${this.shown.length.toLocaleString("en-US")} messages</span>
      </div>
      <div class="raw-panes">
        <div class="raw-table">
          <div class="raw-head" aria-hidden="true"><span>#</span><span>time</span><span>direction</span><span>method</span><span>id</span><span>latency</span><span>size</span></div>
          <div class="raw-scroll" tabindex="0" role="group" aria-label="Messages" ${ref((element) => this.attach(element))}>${rows}</div>
        </div>
        ${this.detail()}
      </div>
    </section>`;
  }
}
