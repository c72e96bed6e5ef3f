// Texts from outside become markup here and nowhere else: escaped or sanitised, with what cannot be seen spelt out.
import { AnsiUp } from "ansi_up";
import { html as diffHtml } from "diff2html";
import DOMPurify from "dompurify";
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import MarkdownIt from "markdown-it";

const LANGUAGES = {
  bash, c, cpp, css, diff, go, ini, java, javascript, json, kotlin, markdown, python, rust, sql, typescript, xml, yaml,
};
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** More is shown without colours: it would hold up the page. */
const MOST_HIGHLIGHTED = 60_000;
const MOST_MARKDOWN = 200_000;

const TAGS = [
  "a", "b", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li",
  "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

function clean(markup) {
  return DOMPurify.sanitize(markup, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["class", "href", "rel", "target", "title", "start", "colspan"],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  });
}

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A" && node.hasAttribute("href")) {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
    node.setAttribute("title", node.getAttribute("href"));
  }
});

// Controls, format characters, separators and lone surrogates; joiners only beside ASCII.
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]|(?<=[\0-\x7f]|^)[\u200c\u200d]|[\u200c\u200d](?=[\0-\x7f]|$)/g;

/** A text, or the beginning of one that is kept apart; other values as text. */
export function head(text) {
  if (typeof text === "string") return text;
  return text === undefined || text === null ? "" : String(text.head ?? JSON.stringify(text));
}

/** The text with what steers or cannot be seen as escapes. */
export function visible(text) {
  return head(text)
    .replace(/\r\n/g, "\n")
    .replace(HIDDEN, (hidden) =>
      [...Array(hidden.length).keys()].map((i) => "\\u" + hidden.charCodeAt(i).toString(16).padStart(4, "0")).join(""));
}

export function escape(text) {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function highlighted(text, language) {
  return language && hljs.getLanguage(language) && text.length <= MOST_HIGHLIGHTED
    ? hljs.highlight(text, { language, ignoreIllegals: true }).value
    : escape(text);
}

const md = new MarkdownIt({ html: false, linkify: true, highlight: highlighted });
// The alignment of a column is a style, which the page's policy does not take.
md.renderer.rules.th_open = () => "<th>";
md.renderer.rules.td_open = () => "<td>";
md.renderer.rules.image = (tokens, index) => {
  const address = tokens[index].attrGet("src") ?? "";
  return `<span class="image">${escape(`image: ${tokens[index].content} (${address.slice(0, 200)})`)}</span>`;
};

/** Markdown without HTML, images and scripts. */
export function markdownHtml(text) {
  const shown = visible(text);
  if (shown.length > MOST_MARKDOWN) return clean(`<pre>${escape(shown)}</pre>`);
  return clean(md.render(shown));
}

/** Code in colours. */
export function codeHtml(text, language) {
  return clean(highlighted(visible(text), language));
}

const STYLES = { "font-weight:bold": "bold", "opacity:0.7": "faint", "font-style:italic": "italic", "text-decoration:underline": "underline" };
const HUES = ["red", "yellow", "green", "cyan", "blue", "magenta"];

/** The colour of the sixteen that is nearest: those that a theme keeps readable. */
function nearest(rgb) {
  const [r, g, b] = rgb.split(",").map(Number);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range < 40) return most < 128 ? "bright-black" : "white";
  const sixth = most === r ? (g - b) / range + 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return HUES[Math.round(sixth) % 6];
}

/** The page's policy does not take styles: classes stand for them. */
function classes(_, styles, known = "") {
  const names = styles.split(";").map((style) => {
    const colour = style.match(/^(background-)?color:rgb\(([\d,]+)\)$/);
    return `ansi-${colour ? `${nearest(colour[2])}-${colour[1] ? "bg" : "fg"}` : STYLES[style]}`;
  });
  return ` class="${[...names, known].join(" ")}"`;
}

/** What a command wrote: colours as classes, all other sequences dropped. */
export function outputHtml(text) {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  ansi.url_allowlist = {};
  const lines = text.replace(/\r\n/g, "\n").replace(/^.*\r(?!$)/gm, "");
  const shown = lines.replace(HIDDEN, (c) => (c === "\x1b" ? c : visible(c)));
  // A quote of the output itself is escaped.
  const markup = ansi.ansi_to_html(shown).replace(/ style="([^"]*)"(?: class="([^"]*)")?/g, classes);
  return clean(markup).replaceAll("\x1b", "\\u001b");
}

function oneLine(text) {
  return visible(text).replace(/\n/g, "\\n");
}

/** A change of a patch as a whole diff of its file. */
export function unified(change) {
  const from = oneLine(change.path);
  const to = oneLine(change.move ?? change.path);
  const text = visible(change.diff);
  if (change.kind === "update") {
    const body = text.replace(/\n\nMoved to: [^\n]*\n?$/, "");
    return `--- a/${from}\n+++ b/${to}\n${body.startsWith("@@") ? "" : "@@ -1 +1 @@\n"}${body}`;
  }
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return change.kind === "add"
    ? `--- /dev/null\n+++ b/${to}\n@@ -0,0 +1,${lines.length} @@\n${lines.map((l) => "+" + l).join("\n")}`
    : `--- a/${from}\n+++ /dev/null\n@@ -1,${lines.length} +0,0 @@\n${lines.map((l) => "-" + l).join("\n")}`;
}

/** A unified diff in lines, or in two columns. */
export function diffMarkup(text, columns) {
  return clean(
    diffHtml(text, {
      drawFileList: false,
      outputFormat: columns ? "side-by-side" : "line-by-line",
      matching: text.length < 20_000 ? "lines" : "none",
      colorScheme: "light",
    }),
  );
}

export function jsonText(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
