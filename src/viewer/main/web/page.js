// Opens the session that is in the page, or those that go on behind it.
import { App } from "./app.js";
import { Session } from "./data.js";
import { openLive } from "./live.js";

const root = document.getElementById("app");

function shown(app) {
  globalThis.talaria = app;
  requestAnimationFrame(() => {
    performance.mark("talaria-shown");
    document.documentElement.dataset.ready = "true";
  });
}

function failed(error) {
  root.textContent = `The session cannot be shown: ${error.message}`;
  throw error;
}

const live = document.querySelector("meta[name=talaria-live]");
if (live) {
  openLive(root, { token: live.content, interactive: live.dataset.interactive === "true", raw: live.dataset.raw === "true" }).then(shown, failed);
} else {
  new Session(document).open().then((session) => {
    root.replaceChildren();
    const app = new App(session, root);
    app.start();
    shown(app);
  }, failed);
}
