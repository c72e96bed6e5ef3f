import { existsSync } from "node:fs"
import { dirname, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const docs = resolve(dirname(fileURLToPath(import.meta.url)), "..")
const source = "https://github.com/talaria-dev/talaria/blob/main/"

// What a page links to outside of this folder is a file of the repository. A link to nothing fails the build here, and
// one from page to page in VitePress itself.
function linksToSources(markdown) {
  const open = markdown.renderer.rules.link_open ?? ((tokens, i, options, env, self) => self.renderToken(tokens, i, options))
  markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
    const href = tokens[i].attrGet("href") ?? ""
    if (!/^[a-z]+:|^#|^\//.test(href)) {
      const file = resolve(docs, dirname(env.relativePath ?? "index.md"), href.replace(/#.*/, ""))
      const path = relative(resolve(docs, ".."), file)
      if (!existsSync(file)) {
        throw new Error(`${env.relativePath} links to ${href}, which is not there`)
      }
      if (!path.startsWith("docs/")) {
        tokens[i].attrSet("href", source + path)
        tokens[i].attrSet("target", "_blank")
        tokens[i].attrSet("rel", "noreferrer")
      }
    }
    return open(tokens, i, options, env, self)
  }
}

const page = (text, link) => ({ text, link: `/${link}` })
const group = (text, ...items) => ({ text, collapsed: true, items })

export default {
  title: "Talaria",
  description: "Codex for programs on the JVM",
  lang: "en",
  base: process.env.SITE_BASE ?? "/",
  srcExclude: ["node_modules/**", "style/**"],
  cleanUrls: false,
  metaChunk: true,
  ignoreDeadLinks: [/^\/?api\//],
  markdown: { html: false, config: linksToSources },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      page("Start", "start"),
      { text: "Guides", link: "/#guides" },
      { text: "Reference", link: "/#reference" },
      { text: "Javadoc", link: "/api/index.html", target: "_self" },
    ],
    sidebar: [
      { text: "Start", items: [page("Overview", ""), page("Ten minutes", "start"), page("Authentication", "authentication"), page("Troubleshooting", "troubleshooting"), page("Questions and answers", "faq")] },
      {
        text: "Guides",
        items: [
          page("Running turns", "running-turns"),
          group("Approvals", page("Approvals", "approvals"), page("Policies", "approvals-policy"), page("The prompt", "approvals-prompt"), page("Permissions", "permissions")),
          page("Tools", "tools"),
          page("A web page", "web-page"),
          page("Resuming", "resume"),
          page("Many sessions", "many-sessions"),
          page("Goals and scheduled work", "goals-and-schedules"),
          group("Model calls", page("Model calls", "llm"), page("Limits and probe", "llm-rate-limits"), page("LangChain4j and Spring AI", "llm-bridges"), page("From a shell", "llm-command"), page("Auxiliary tasks", "auxiliary-tasks")),
          page("Spring Boot", "spring-boot"),
          page("Testing", "testing"),
          group("Servers", page("Attached sessions", "attach"), page("Servers", "server")),
          group("Durable runs", page("Durable runs", "durable"), page("Restate", "restate"), page("Temporal", "durable-temporal")),
          group("Watch it", page("The viewer", "viewer"), page("Telemetry", "telemetry"), page("Logging", "logging")),
          group("A host agent", page("Host integration", "host-integration"), page("Config migration", "config-migration")),
          page("Operations", "operations"),
          group("In a terminal", page("Command line", "command-line"), page("Archives", "install"), page("Chat", "chat")),
        ],
      },
      {
        text: "Reference",
        items: [
          page("Input and settings", "options"),
          page("Prompts with a key", "prompt-keys"),
          page("Turns of others", "other-turns"),
          page("Sub-agents", "sub-agents"),
          page("Threads", "threads"),
          page("Transcripts", "transcript"),
          page("Recordings", "recordings"),
          page("Services", "services"),
          page("Typed calls", "typed-calls"),
          page("Tools of the model", "model-tools"),
          page("Several homes", "homes"),
          page("Environment", "environment"),
          page("Reliability", "reliability"),
          page("Protocol", "protocol"),
          page("Versions of Codex", "protocol-versions"),
          page("Example of a difference", "protocol-diff-example"),
          page("Limits", "limits"),
        ],
      },
      group(
        "How it is made",
        page("Architecture", "architecture"),
        page("Dependencies", "dependencies"),
        page("Versioning", "versioning"),
        page("Decision: JSON-RPC", "decisions/001-jsonrpc4j"),
        page("Decision: processes", "decisions/002-commons-exec"),
        page("Decision: Java 17", "decisions/003-java-17"),
        page("Decision: the mailbox", "decisions/004-one-ordered-mailbox"),
        page("Decision: modules", "decisions/005-modules"),
        page("Decision: generated types", "decisions/006-generated-types"),
        page("Figures", "engineering/figures"),
        page("Performance", "engineering/performance"),
        page("Performance of turns", "engineering/performance-turns"),
        page("Cost of model calls", "engineering/model-calls"),
        page("The loopback server", "engineering/loopback"),
        page("Cost of telemetry", "engineering/telemetry"),
        page("Durable runs on Restate", "engineering/restate"),
        page("Injected faults", "engineering/faults"),
        page("Notes on the protocol", "engineering/protocol-notes"),
        page("Killed durable runs", "engineering/durable-matrix"),
      ),
    ],
  },
}
