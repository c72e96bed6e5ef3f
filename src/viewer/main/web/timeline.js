// What a turn spent its time on: the model, tools, and waiting for people.
import { html, nothing } from "lit/html.js";

const TOOLS = new Set(["command", "patch", "tool", "search", "agent"]);
const MOST = 400;

/** The stretches that a list of [start, end] covers, in order and without overlaps. */
function merged(stretches) {
  const result = [];
  for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function without(stretches, holes) {
  const result = [];
  for (const [start, end] of stretches) {
    let at = start;
    for (const [from, to] of holes) {
      if (to <= at || from >= end) continue;
      if (from > at) result.push([at, from]);
      at = Math.max(at, to);
    }
    if (at < end) result.push([at, end]);
  }
  return result;
}

const sum = (stretches) => stretches.reduce((total, [start, end]) => total + end - start, 0);

/** The lanes of a turn with these items, in milliseconds since it began. */
export function lanes(turn, items) {
  let end = turn.e;
  for (const item of items) end = Math.max(end, item.start + item.took);
  const whole = Math.max(end - turn.s, 0);
  const of = (wanted) =>
    merged(items.filter(wanted).map((item) => [Math.max(item.start - turn.s, 0), item.start + item.took - turn.s]));
  const people = of((item) => item.kind === "approval");
  const tools = without(of((item) => TOOLS.has(item.kind)), people);
  const model = whole > 0 ? without([[0, whole]], merged([...people, ...tools].map((one) => [...one]))) : [];
  return { whole, model, tools, people, sums: { model: sum(model), tools: sum(tools), people: sum(people) } };
}

export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return minutes < 60
    ? `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;

const NAMES = { model: "model", tools: "tools", people: "waiting for people" };

/** The picture of a turn: a lane for each, on the same scale. */
export function timeline(turn, items) {
  const { whole, sums, ...all } = lanes(turn, items);
  if (whole === 0) return nothing;
  const words = Object.entries(NAMES).map(([lane, name]) => `${name} ${duration(sums[lane])}`).join(", ");
  const part = ([start, end]) => html`<i title=${`${duration(end - start)}, after ${duration(start)}`}
    .style=${`left: ${percent(start, whole)}; width: ${percent(end - start, whole)}`}></i>`;
  return html`<div class="timeline" role="img" aria-label=${`Time line: ${words}`}>
    ${Object.entries(NAMES).map(
      ([lane, name]) => html`<span>${name}</span>
        <div class="lane ${lane}">${all[lane].slice(0, MOST).map(part)}</div>
        <b>${duration(sums[lane])}</b>`,
    )}
    <p class="scale"><span>0</span><span>${duration(whole / 2)}</span><span>${duration(whole)}</span></p>
  </div>`;
}
