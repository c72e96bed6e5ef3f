// What each kind of item looks like.
import { html, nothing } from "lit/html.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { codeHtml, diffMarkup, head, jsonText, markdownHtml, outputHtml, unified, visible } from "./text.js";
import { duration } from "./timeline.js";

const SHORT_LINES = 14;
const PAGE = 100_000;

const made = new Map();

/** Markup is made once for each text on the screen, not for each time that the screen changes. */
function once(how, text, make) {
  if (!made.has(how)) made.set(how, new Map());
  const known = made.get(how);
  let markup = known.get(text);
  if (markup === undefined) {
    markup = make(text);
    known.set(text, markup);
    if (known.size > 300) known.delete(known.keys().next().value);
  }
  return markup;
}

const number = (n) => n.toLocaleString("en-US");
const short = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);
const status = (text) => (text && text !== "completed" ? html`<span class="status ${text}">${visible(text)}</span>` : nothing);

/** A text that may be long: its beginning, and more on demand. */
function long(app, key, text, render, open) {
  const blob = text && text.blob !== undefined;
  const size = app.shown.get(key) ?? (open ? PAGE : 0);
  const whole = blob ? app.texts.get(text.blob) : text;
  let part = whole ?? text.head;
  const lines = part.split("\n", SHORT_LINES + 2);
  const foldable = lines.length > SHORT_LINES + 1 || part.length > 4000;
  if (size === 0 && foldable) part = lines.slice(0, SHORT_LINES).join("\n").slice(0, 4000);
  else if (size > 0) part = part.slice(0, size);
  const total = blob ? text.chars : text.length;
  const all = blob ? text.lines : undefined;
  const more = part.length < total;
  return html`${render(part)}
    ${foldable || blob
      ? html`<p class="more">
          ${more
            ? html`<button @click=${() => app.showMore(key, text, size + PAGE)}>
                Show ${size === 0 ? "" : "still "}more (${all ? `${number(all)} lines, ` : ""}${number(total)} characters)
              </button>`
            : nothing}
          ${size > 0 && !open ? html`<button @click=${() => app.showLess(key)}>Show less</button>` : nothing}
        </p>`
      : nothing}`;
}

const prose = (text) => html`<div class="prose">${unsafeHTML(once("prose", text, markdownHtml))}</div>`;
export const code = (language) => (text) =>
  html`<pre class="code">${unsafeHTML(once(`code ${language}`, text, () => codeHtml(text, language)))}</pre>`;
const output = (text) =>
  html`<pre class="output" tabindex="0" role="region" aria-label="Output">${unsafeHTML(once("output", text, outputHtml))}</pre>`;

function json(app, key, label, value) {
  if (value === undefined || value === null || value === "") return nothing;
  const text = value.blob !== undefined ? value : jsonText(value);
  return html`<div class="labelled"><span>${label}</span>${long(app, key, text, code("json"))}</div>`;
}

/** The texts of a tool's result, where it has nothing else. */
function resultText(result) {
  const parts = Array.isArray(result) ? result : result?.content;
  if (!Array.isArray(parts) || parts.length === 0 || result?.structuredContent) return undefined;
  const texts = parts.map((part) => part?.text);
  return texts.every((text) => typeof text === "string") ? texts.join("\n") : undefined;
}

function result(app, key, value) {
  const text = resultText(value);
  return text === undefined
    ? json(app, key, "result", value)
    : html`<div class="labelled"><span>result</span>${long(app, key, text, output)}</div>`;
}

const VIEWS = {
  user: (app, key, body) => html`${long(app, key, body.text, prose, true)}
    ${body.parts?.map((part) => html`<p class="note">${visible(part)}</p>`)}`,

  message: (app, key, body) => long(app, key, body.text, prose, true),

  reasoning: (app, key, body) => {
    const parts = [...(body.summary ?? []), ...(body.content ?? [])];
    return parts.map((part, i) => long(app, `${key}.${i}`, part, prose));
  },

  plan: (app, key, body) => html`${body.text ? long(app, key, body.text, prose, true) : nothing}
    ${body.steps
      ? html`<ul class="steps">
          ${body.steps.map((step) => html`<li class=${step.status}><span>${visible(step.status)}</span> ${visible(head(step.step))}</li>`)}
        </ul>`
      : nothing}`,

  command: (app, key, body) => html`
    ${long(app, `${key}.c`, body.command ?? "", code("bash"))}
    ${body.cwd ? html`<p class="note">in ${visible(head(body.cwd))}</p>` : nothing}
    ${body.output ? long(app, key, body.output, output) : nothing}`,

  patch: (app, key, body) => html`${body.changes?.map((change, i) => {
    const place = `${key}.${i}`;
    const columns = app.columns;
    const whole = change.diff?.blob !== undefined ? app.texts.get(change.diff.blob) : undefined;
    const text = unified(whole === undefined ? change : { ...change, diff: whole });
    const cut = change.diff?.blob !== undefined && whole === undefined;
    const size = app.shown.get(place) ?? 20_000;
    return html`<div class="patch">
      <p class="file"><span class="status ${change.kind}">${visible(change.kind)}</span> <b>${visible(change.path)}</b>
        ${change.move ? html` → <b>${visible(change.move)}</b>` : nothing}</p>
      <div class="diff" tabindex="0" role="region" aria-label=${`Changes of ${visible(change.path)}`}>
        ${unsafeHTML(once(`diff ${columns}`, text.slice(0, size), (part) => diffMarkup(part, columns)))}
      </div>
      ${cut || text.length > size
        ? html`<p class="more"><button @click=${() => app.showMore(place, change.diff, size + PAGE)}>Show more of this file</button></p>`
        : nothing}
    </div>`;
  })}`,

  tool: (app, key, body) => html`${json(app, `${key}.a`, "arguments", body.args)}
    ${result(app, `${key}.r`, body.result)} ${json(app, `${key}.e`, "error", body.error)}`,

  search: (app, key, body) => html`<p>${visible(head(body.query))}</p>
    ${json(app, `${key}.a`, "action", body.action)} ${json(app, `${key}.r`, "results", body.results)}`,

  agent: (app, key, body) => html`${body.prompt ? long(app, key, body.prompt, prose) : nothing}
    ${(body.to ?? []).filter((id) => id).map((id) => html`<p class="note">agent ${app.threadLink(id)}</p>`)}
    ${Object.entries(body.states ?? {}).map(([id, state], i) => {
      const message = state?.message ?? state?.completed;
      return message ? html`<div class="labelled"><span>${app.threadName(id)} says</span>${long(app, `${key}.${i}`, message, prose)}</div>` : nothing;
    })}`,

  compaction: () => html`<p class="mark">The history up to here was replaced by a summary.</p>`,

  approval: (app, key, body) => html`
    ${body.command ? long(app, `${key}.c`, body.command, code("bash")) : nothing}
    ${body.message ? long(app, `${key}.m`, body.message, (text) => html`<p class="plain">${visible(text)}</p>`) : nothing}
    ${body.questions?.map((question, i) => html`<p class="plain">${visible(head(question))}${body.answers?.[i] ? html` <b>${visible(head(body.answers[i]))}</b>` : nothing}</p>`)}
    ${json(app, `${key}.a`, "arguments", body.args)}
    ${json(app, `${key}.p`, "permissions", body.permissions)}
    ${json(app, `${key}.n`, "network", body.networkApprovalContext)}
    ${json(app, `${key}.f`, "form", body.requestedSchema)}
    ${json(app, `${key}.l`, "files", body.fileChanges)}
    <dl>
      ${field("asked because", body.reason)} ${field("address", body.url)} ${field("in", body.cwd)}
      ${field("choices", body.options?.map(decided).join(", "))}
      ${field("decided by", body.by)} ${field("because", body.why)} ${field("note", body.note)} ${field("risk", body.risk)}
    </dl>`,

  error: (app, key, body) => html`${long(app, key, body.text, (text) => html`<p class="plain">${visible(text)}</p>`)}
    ${body.retry ? html`<p class="note">Codex tries again.</p>` : nothing}`,

  warning: (app, key, body) => long(app, key, body.text, (text) => html`<p class="plain">${visible(text)}</p>`),

  note: (app, key, body) => html`${body.text ? long(app, key, body.text, prose) : nothing}
    ${body.path ? html`<p class="note">${visible(head(body.path))}</p>` : nothing}
    ${json(app, `${key}.e`, "error", body.error)} ${json(app, `${key}.r`, "as it came", body.raw)}`,
};

function field(name, value) {
  return value ? html`<div><dt>${name}</dt><dd>${visible(head(value))}</dd></div>` : nothing;
}

/** What Codex calls an answer, in the words of the page's buttons. */
const DECISIONS = new Map([
  ["accept", "allow once"],
  ["acceptForSession", "allow for the session"],
  ["acceptWithExecpolicyAmendment", "allow always"],
  ["applyNetworkPolicyAmendment", "allow always"],
  ["decline", "deny"],
  ["cancel", "deny and end the turn"],
]);
const decided = (answer) => DECISIONS.get(head(answer)) ?? head(answer);

const NAMES = {
  command: "a command",
  patch: "a patch",
  permissions: "permissions",
  tool: "a call of a tool",
  form: "a form",
  question: "a question",
  review: "what Codex's reviewer saw",
};

/** The line above an item. */
const TITLES = {
  user: () => "User",
  message: (body) => (body.phase ? `Codex, ${head(body.phase)}` : "Codex"),
  reasoning: () => "Reasoning",
  plan: () => "Plan",
  command: (body) => (body.exit === undefined ? "Command" : `Command, exit code ${body.exit}`),
  patch: (body) => `Patch of ${body.changes?.length === 1 ? "one file" : `${body.changes?.length ?? 0} files`}`,
  tool: (body) => `${body.host ? "Tool of the host" : "Tool"} ${body.server ? `${head(body.server)} · ` : ""}${head(body.tool)}`,
  search: () => "Web search",
  agent: (body) => `Agents: ${head(body.tool)}`,
  compaction: () => "Compaction",
  approval: (body) => `Approval of ${NAMES[head(body.asks)] ?? "a request"}: ${decided(body.decision)}`,
  error: (body) => `Error${body.error ? ` ${head(body.error)}` : ""}`,
  warning: () => "Warning",
  note: (body) => head(body.type),
};

function failed(kind, body) {
  if (kind === "command") return body.exit !== undefined && body.exit !== 0;
  if (kind === "tool") return body.error || body.success === false || body.result?.isError;
  return ["failed", "declined"].includes(body.status);
}

/** An item, with its head line. */
export function itemView(app, item, body) {
  try {
    return view(app, item, body);
  } catch (error) {
    return html`<p class="failure">This item cannot be shown: ${visible(error.message)}</p>`;
  }
}

function view(app, item, body) {
  const link = `#item-${item.number}`;
  if (body === undefined) {
    return html`<header><h3>${item.kind}</h3></header><p class="loading">…</p>`;
  }
  const bad = failed(item.kind, body) ? "bad" : "";
  return html`<header class=${bad}>
      <h3 id=${`title-${item.number}`}>${visible(short(TITLES[item.kind](body), 200))}</h3>
      ${item.open ? nothing : status(head(body.status))}
      ${item.open && item.kind !== "approval" ? html`<span class="status running">running</span>` : nothing}
      ${body.unfinished && !item.open ? html`<span class="status">not finished</span>` : nothing}
      ${item.took > 0 ? html`<span class="took">${item.kind === "approval" ? "waited " : ""}${duration(item.took)}</span>` : nothing}
      <a class="link" href=${link} aria-label=${`#${item.number}, link to this item`}>#${item.number}</a>
    </header>
    ${VIEWS[item.kind](app, `${item.number}`, body)}`;
}

function tokensView(tokens) {
  return html`<span class="tokens">
    <span><b>${number(tokens.in)}</b> in</span>
    <span><b>${number(tokens.cached)}</b> cached</span>
    <span><b>${number(tokens.out)}</b> out</span>
    <span><b>${number(tokens.reasoning)}</b> reasoning</span>
  </span>`;
}

function windowBar(turn) {
  if (!turn.window) return nothing;
  const part = Math.min(1, turn.context / turn.window);
  const full = part > 0.85 ? "full" : "";
  const words = `${Math.round(part * 100)} % of the context window of ${number(turn.window)} tokens is used`;
  return html`<span class="window ${full}" role="img" aria-label=${words} title=${words}>
    <i .style=${`width: ${(part * 100).toFixed(2)}%`}></i>
  </span><span class="took">${Math.round(part * 100)} % of the window</span>`;
}

/** The line above a turn. */
export function turnView(turn, picture) {
  const origin = turn.origin === "unknown" || turn.origin === "" ? "" : `, started by ${{ host: "the host", agent: "another agent", compaction: "a compaction", review: "a review", goal: "the thread's goal", queue: "the queue of prompts", shell: "a command of the user's", "other client": "another client" }[turn.origin] ?? turn.origin}`;
  return html`<header>
      <h2 id=${`turn-title-${turn.n}`}>Turn ${turn.n + 1}${origin}</h2>
      ${status(turn.status === "inProgress" ? "not finished" : turn.status)}
      ${turn.e > turn.s ? html`<span class="took">${duration(turn.e - turn.s)}</span>` : nothing}
      <time>${turn.s > 1e12 ? new Date(turn.s).toLocaleString() : nothing}</time>
      <a class="link" href=${`#turn-${turn.n}`} aria-label=${`turn ${turn.n + 1}, link to it`}>turn ${turn.n + 1}</a>
    </header>
    ${turn.error ? html`<p class="plain failure">${visible(turn.error)}</p>` : nothing}
    <p class="use">${turn.tokens ? tokensView(turn.tokens) : nothing} ${windowBar(turn)}</p>
    ${picture}`;
}

/** The line above a thread. */
export function threadView(app, thread) {
  return html`<header>
      <h2>${thread.parent >= 0 ? "Agent" : "Thread"} ${app.threadName(thread.id)}</h2>
      ${thread.parent >= 0
        ? html`<button aria-expanded=${!app.folded.has(thread.n)} @click=${() => app.fold(thread.n)}>
            ${app.folded.has(thread.n) ? "Show" : "Fold"}
          </button>`
        : nothing}
    </header>
    <p class="use">
      ${[thread.model, thread.provider, thread.cwd, thread.version && `Codex ${thread.version}`]
        .filter((text) => text)
        .map((text) => html`<span>${visible(text)}</span>`)}
      ${thread.tokens ? tokensView(thread.tokens) : nothing}
    </p>
    ${thread.parent < 0
      ? html`<p class="use"><code>codex resume ${visible(thread.id)}</code>
          <button @click=${(event) => app.copy(event, `codex resume ${/^[\w-]+$/.test(thread.id) ? thread.id : ""}`)}>Copy</button></p>`
      : nothing}`;
}
